import type { NetworkSpec } from '../network/spec'
import { losses } from '../nn/losses'
import type { Objective } from '../network/backward'

/** The forward pass of a mini-batch as a program in the language of graphs, and the names of the tensors that it reads. */
export interface WalkProgram {
  readonly text: string
  /** Ids of tensors of the walk. */
  readonly inputs: readonly string[]
}

/** The parts of a walk that its program is made of. */
export interface ProgramSource {
  readonly network: NetworkSpec
  readonly objective: Objective
  /** The number of samples. */
  readonly size: number
  /** The layers, from 1, that have a dropout mask. */
  readonly dropped: ReadonlySet<number>
}

/**
 * Writes the loss of a mini-batch as a program: a line for each layer, then the loss with its penalties. Class indices are read from `y`,
 * the weights of their classes, sample by sample, from `w`.
 */
export function walkProgram({ network, objective, size, dropped }: ProgramSource): WalkProgram {
  const { loss, regularization } = objective
  const hasBias = network.bias !== false
  const inputs = ['X']
  const lines: string[] = []
  let received = 'X'
  network.layers.forEach(({ activation }, index) => {
    const layer = index + 1
    inputs.push(`W${layer}`, ...(hasBias ? [`b${layer}`] : []))
    lines.push(`Z${layer} = ${received} @ W${layer}${hasBias ? ` + b${layer}` : ''};`)
    received = `Z${layer}`
    const isRead = layer < network.layers.length || losses[loss.kind].reads === 'activations'
    if (activation !== 'linear' && isRead) {
      lines.push(`A${layer} = ${activation.replaceAll('-', '_')}(Z${layer});`)
      received = `A${layer}`
    }
    if (dropped.has(layer)) {
      inputs.push(`M${layer}`)
      lines.push(`D${layer} = ${received} * M${layer};`)
      received = `D${layer}`
    }
  })
  const last = network.layers.length
  const { l1 = 0, l2 = 0 } = regularization
  const sums = (of: (W: string) => string) => network.layers.map((_, index) => `sum(${of(`W${index + 1}`)})`).join(' + ')
  const isOfRows = losses[loss.kind].averages === 'rows'
  const count = isOfRows ? size : size * network.layers[last - 1].units
  const data = {
    'softmax-cross-entropy': () => (loss.classWeights ? `mean(w * -pick(logsoftmax(Z${last}), y))` : `crossentropy(Z${last}, y)`),
    'binary-cross-entropy': () => `bce(Z${last}, Y${loss.positiveWeight === undefined ? '' : `, ${loss.positiveWeight}`})`,
    'mean-squared-error': () => `mse(${received}, Y)`,
    'mean-absolute-error': () => `mae(${received}, Y)`,
    huber: () => `huber(${received}, Y${loss.delta === undefined ? '' : `, ${loss.delta}`})`,
    'multiclass-hinge': () => `hinge(Z${last}, y${loss.margin === undefined ? '' : `, ${loss.margin}`})`
  }[loss.kind]()
  const terms = [
    loss.reduction === 'sum' ? `${count} * ${data}` : data,
    ...(l2 === 0 ? [] : [`${l2} * (${sums((W) => `${W}^2`)})`]),
    ...(l1 === 0 ? [] : [`${l1} * (${sums((W) => `abs(${W})`)})`])
  ]
  return { text: [...lines, terms.join(' + ')].join('\n'), inputs: [...inputs, isOfRows ? 'y' : 'Y', ...(loss.classWeights ? ['w'] : [])] }
}
