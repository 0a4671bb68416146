import type { Settings } from '#core'
import type { PreparedSummary } from '#shared/contract'

/** Change of settings that balances the classes, or undoes it. */
export interface Balancing {
  readonly kind: 'classWeights' | 'positiveWeight'
  readonly isBalanced: boolean
  /** The settings that balance, or that count every row the same again. */
  readonly patch: Partial<Settings>
}

/** The losses that take a weight for each class. */
const weighing: readonly string[] = ['softmax-cross-entropy', 'multiclass-hinge']

/**
 * Returns the remedy for imbalanced classes: a weight for each, n / (C · n_c), or with one output the weight n₀ / n₁ of the positive class.
 * Null where nothing can be.
 */
export function balancingOf({ loss, classWeights }: Settings, { classes }: PreparedSummary): Balancing | null {
  if (!classes || classes.length < 2) return null
  if (weighing.includes(loss.kind)) {
    const isBalanced = classWeights === 'balanced'
    return { kind: 'classWeights', isBalanced, patch: { classWeights: isBalanced ? null : 'balanced' } }
  }
  if (loss.kind !== 'binary-cross-entropy') return null
  const [negative, positive] = classes
  if (negative.train === 0 || positive.train === 0) return null
  const wanted = negative.train / positive.train
  const isBalanced = loss.positiveWeight === wanted
  return { kind: 'positiveWeight', isBalanced, patch: { loss: { ...loss, positiveWeight: isBalanced ? 1 : wanted } } }
}
