/** The result of a part of a backward pass, by the name that a student gives it. */
export interface Stage {
  readonly of: 'loss' | 'dZ' | 'dA' | 'dW' | 'db'
  /** From 0; of the loss the last. */
  readonly layer: number
}

/** The form, for the sentence about a name that is none. */
export const stageForm = 'loss 1, ds 2, dW2 2, db2 1, dZ1 2, dA1 1, dW1 2'

const STAGE = /^(?:(loss)|(ds|dscores)|(dZ|dA|dH)|(dW|db|dZ|dA|dH)([1-9]\d?))$/

/** Whether a name is that of a stage in some network. */
export function isStageName(name: string): boolean {
  return STAGE.test(name)
}

/**
 * The stage that a name stands for in a network of so many layers: `loss`; `ds` for ∂loss/∂Z of the last layer; `dZ1`, `dA1` (or `dH1`), `dW1`,
 * `db1` of a layer, and `dZ`, `dA` without a number for the last but one. Null where there is none.
 */
export function stageOf(name: string, layers: number): Stage | null {
  const [, loss, output, hidden, kind, number] = STAGE.exec(name) ?? []
  const at = (of: string, layer: number): Stage | null =>
    layer < 0 || layer >= layers ? null : { of: (of === 'dH' ? 'dA' : of) as Stage['of'], layer }
  if (loss) return at('loss', layers - 1)
  if (output) return at('dZ', layers - 1)
  if (hidden) return at(hidden, layers - 2)
  return kind ? at(kind, Number(number) - 1) : null
}
