import * as v from 'valibot'

/** Choices of the backend; `auto` is the fastest that passes its self-test. */
export const engineChoices = ['auto', 'fast', 'safe', 'emulated', 'plain'] as const
export type EngineChoice = (typeof engineChoices)[number]

/**
 * fast: kernels with the widest vectors; safe: kernels with every check of WebAssembly; emulated: these with a multiply-add of their own,
 * for processors without one; plain: TypeScript. All give the same bits.
 */
export type Tier = Exclude<EngineChoice, 'auto'>

/** More threads than any machine has cores that this runs on. */
export const mostThreads = 256

export const engineConfigSchema = v.object({
  choice: v.picklist(engineChoices),
  threads: v.union([v.literal('auto'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostThreads))])
})
export type EngineConfig = Readonly<v.InferOutput<typeof engineConfigSchema>>

export const defaultEngineConfig: EngineConfig = { choice: 'auto', threads: 'auto' }
