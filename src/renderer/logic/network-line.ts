import type { LossKind, NetworkSpec } from '#core'

/**
 * The network in one line, as a textbook writes it: `4 → 16 tanh → 3 softmax`. The engine computes softmax inside the
 * loss, so that its output layer is linear; here it is named by what comes out.
 */
export function networkLine({ inputs, layers }: NetworkSpec, loss: LossKind): string {
  const parts = layers.map(({ units, activation }, index) => {
    const isOutput = index === layers.length - 1
    return `${units} ${isOutput && loss === 'softmax-cross-entropy' ? 'softmax' : activation}`
  })
  return [String(inputs), ...parts].join(' → ')
}

/** The model that a network without hidden layers is known as; null with hidden layers. */
export function modelWithoutHidden({ layers }: NetworkSpec, loss: LossKind): 'softmax' | 'logistic' | 'linear' | null {
  if (layers.length > 1) return null
  if (loss === 'softmax-cross-entropy') return 'softmax'
  return loss === 'binary-cross-entropy' ? 'logistic' : 'linear'
}
