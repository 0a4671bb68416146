import type { Step } from '#core'

/** A value on the tape, and the gradient below it. */
export interface TapeColumn {
  readonly value: string
  /** Null for what has none in the walk. */
  readonly gradient: string | null
}

/** Values that stand on the tape beside those of the layers, in the order of the walk. */
const ofLoss = /^(P|L)$/

/** The tensors of the forward pass from left to right, each with its gradient: X, W1, b1, Z1, A1, …, P, L. */
export function tapeColumns(steps: readonly Pick<Step, 'id' | 'phase' | 'factors'>[]): TapeColumn[] {
  const ids = new Set(steps.map(({ id }) => id))
  const gradient = (value: string) => {
    const names = value.includes('⊙') ? [`d(${value})`] : [`d${value}`]
    return names.find((name) => ids.has(name)) ?? null
  }
  const values = ['X']
  for (const { id, phase, factors } of steps) {
    if (phase === 'forward' && /^Z\d+$/.test(id))
      values.push(...factors.map(({ tensor }) => tensor).filter((tensor) => /^[Wb]\d+$/.test(tensor)), id)
    else if (phase === 'forward' && /^A\d+/.test(id)) values.push(id)
    else if (phase === 'loss' && ofLoss.test(id)) values.push(id)
  }
  const last = `A${String(steps.filter(({ id }) => /^Z\d+$/.test(id)).length)}`
  return values.map((value) => ({ value, gradient: value === last && ids.has('dA_out') ? 'dA_out' : gradient(value) }))
}
