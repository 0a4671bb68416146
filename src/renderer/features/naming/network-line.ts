import type { LossKind, NetworkSpec } from '#core'
import { activationName } from './activation-name'

/** The network in one line, as a textbook writes it: `4 → 16 tanh → 3 softmax`. */
export function networkLine({ inputs, layers }: NetworkSpec, loss: LossKind): string {
  const parts = layers.map(({ units }, index) => `${units} ${activationName({ layers }, loss, index + 1)}`)
  return [String(inputs), ...parts].join(' → ')
}

/** The model that a network without hidden layers is known as; null with hidden layers. */
export function modelWithoutHidden({ layers }: NetworkSpec, loss: LossKind): 'softmax' | 'logistic' | 'linear' | null {
  if (layers.length > 1) return null
  if (loss === 'softmax-cross-entropy') return 'softmax'
  return loss === 'binary-cross-entropy' ? 'logistic' : 'linear'
}
