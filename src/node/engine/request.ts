/** What the engine may run on, as a person asks for it; `auto` is the fastest that passes its self-test. */
export const engineChoices = ['auto', 'fast', 'safe', 'plain'] as const
export type EngineChoice = (typeof engineChoices)[number]

/** strict rounds products and sums apart, the same bits on every machine; fused rounds them together where the processor can. */
export const arithmetics = ['strict', 'fused'] as const
export type Arithmetic = (typeof arithmetics)[number]

/** fast: kernels with the widest vectors; safe: kernels with every check of WebAssembly; plain: TypeScript. */
export type Tier = 'fast' | 'safe' | 'plain'

export interface EngineRequest {
  readonly choice: EngineChoice
  readonly threads: number | 'auto'
  readonly arithmetic: Arithmetic
}

/** The environment's word, where no setting and no flag says otherwise. */
const VARIABLE = 'BACKPROP_LAB_ENGINE'

/** The choice of the environment; `auto` where it makes none that is known. */
export function choiceOf(env: Readonly<Record<string, string | undefined>>): EngineChoice {
  return engineChoices.find((choice) => choice === env[VARIABLE]) ?? 'auto'
}
