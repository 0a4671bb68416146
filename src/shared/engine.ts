import * as v from 'valibot'

/** Choices of the backend; `auto` is the fastest that passes its self-test. */
export const engineChoices = ['auto', 'fast', 'safe', 'plain'] as const
export type EngineChoice = (typeof engineChoices)[number]

/** strict rounds products and sums apart, the same bits on every machine; fused rounds them together where the processor can. */
export const arithmetics = ['strict', 'fused'] as const
export type Arithmetic = (typeof arithmetics)[number]

/** fast: kernels with the widest vectors; safe: kernels with every check of WebAssembly; plain: TypeScript. */
export type Tier = Exclude<EngineChoice, 'auto'>

/** More threads than any machine has cores that this runs on. */
export const mostThreads = 256

export const engineConfigSchema = v.object({
  choice: v.picklist(engineChoices),
  threads: v.union([v.literal('auto'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostThreads))]),
  arithmetic: v.picklist(arithmetics)
})
export type EngineConfig = Readonly<v.InferOutput<typeof engineConfigSchema>>

/** Default configuration: the fastest backend whose bits are the same everywhere. */
export const defaultEngineConfig: EngineConfig = { choice: 'auto', threads: 'auto', arithmetic: 'strict' }
