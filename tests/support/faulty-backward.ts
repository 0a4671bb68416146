import {
  activationOf,
  lossOf,
  matrixFrom,
  softmax,
  toRows,
  type LayerCache,
  type LossSpec,
  type Matrix,
  type NetworkSpec,
  type Objective,
  type Parameters,
  type Targets
} from '#core'

/** Mistakes that are made in backpropagation written by hand. */
export const faults = [
  'lost 1/N',
  'missing transpose',
  'unmasked ReLU',
  'missing regularizer term',
  'half of the regularizer term',
  'doubled softmax',
  'bias of one row only',
  'bias averaged',
  'derivative at the activation',
  'scale off by 0.1 %',
  'one weight off by 1 %',
  'sign',
  'hinge margin left out',
  'positive weight on the wrong side'
] as const
export type Fault = (typeof faults)[number]

type Rows = number[][]

const transposed = (a: Rows): Rows => a[0].map((_, j) => a.map((row) => row[j]))
const dot = (a: number[], b: number[]): number => a.reduce((sum, x, k) => sum + x * b[k], 0)
const times = (a: Rows, b: Rows): Rows => a.map((row) => transposed(b).map((column) => dot(row, column)))
const mapped = (a: Rows, f: (x: number, i: number, j: number) => number): Rows => a.map((row, i) => row.map((x, j) => f(x, i, j)))

export interface FaultyProblem {
  readonly network: NetworkSpec
  readonly parameters: Parameters
  readonly cache: readonly LayerCache[]
  readonly targets: Targets
  readonly objective: Objective
}

/** The loss that a fault in it differentiates instead. */
function mistaken(spec: LossSpec, fault: Fault | null): LossSpec {
  return fault === 'hinge margin left out' ? { ...spec, margin: 1e-300 } : spec
}

function outputGradient({ cache, targets, objective }: FaultyProblem, fault: Fault | null): Rows {
  const spec = mistaken(objective.loss, fault)
  const loss = lossOf(spec)
  const { Z, A } = cache[cache.length - 1]
  const output = loss.reads === 'logits' ? Z : A
  if (fault === 'doubled softmax') return toRows(loss.gradient(softmax(Z), targets))
  if (fault === 'positive weight on the wrong side' && targets.kind === 'values') {
    const { positiveWeight = 1 } = spec
    const y = toRows(targets.values)
    const N = y.length * y[0].length
    return mapped(toRows(A), (p, i, j) => (y[i][j] * (p - 1) + positiveWeight * (1 - y[i][j]) * p) / N)
  }
  const grad = toRows(loss.gradient(output, targets))
  const lost = loss.averages === 'rows' ? output.rows : output.data.length
  return fault === 'lost 1/N' ? mapped(grad, (g) => g * lost) : grad
}

/** Backpropagation written a second time, as a student would, with one mistake or none. */
export function faultyBackward(problem: FaultyProblem, fault: Fault | null): Parameters {
  const { network, parameters, cache, objective } = problem
  const { l1 = 0, l2 = 0 } = objective.regularization
  const last = network.layers.length - 1
  const gradients: { W: Matrix; b: Matrix | null }[] = []
  let upstream = outputGradient(problem, fault)
  for (let l = last; l >= 0; l--) {
    const { activation } = network.layers[l]
    const { value, derivative } = activationOf(activation)
    const Z = toRows(cache[l].Z)
    const A = toRows(cache[l].A)
    const atOutput = l === last && lossOf(objective.loss).reads === 'logits'
    const isOpen = fault === 'unmasked ReLU' && activation === 'relu'
    const slope = (i: number, j: number) => {
      if (isOpen) return 1
      const a = A[i][j]
      return fault === 'derivative at the activation' ? derivative(a, value(a)) : derivative(Z[i][j], a)
    }
    const gradZ: Rows = atOutput ? upstream : mapped(upstream, (g, i, j) => g * slope(i, j))
    const W = toRows(parameters[l].W)
    const half = fault === 'half of the regularizer term' ? 1 : 2
    const pull = (w: number) => (fault === 'missing regularizer term' ? 0 : half * l2 * w + l1 * Math.sign(w))
    const gradW = mapped(times(transposed(toRows(cache[l].input)), gradZ), (g, i, j) => g + pull(W[i][j]))
    const rows = fault === 'bias of one row only' ? gradZ.slice(0, 1) : gradZ
    const shared = fault === 'bias averaged' ? gradZ.length : 1
    const gradB = transposed(rows).map((column) => column.reduce((sum, g) => sum + g, 0) / shared)
    gradients.unshift({ W: matrixFrom(gradW), b: parameters[l].b ? matrixFrom([gradB]) : null })
    upstream = times(gradZ, fault === 'missing transpose' ? W : transposed(W))
  }
  const factor = fault === 'scale off by 0.1 %' ? 1.001 : fault === 'sign' ? -1 : 1
  for (const { W, b } of gradients) for (const g of [W, b]) g?.data.forEach((_, e) => (g.data[e] *= factor))
  if (fault === 'one weight off by 1 %') gradients[0].W.data[2] *= 1.01
  return gradients
}
