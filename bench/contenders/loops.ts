import { dataOf, floats, LEARNING_RATE, weightsOf } from '../workloads.mjs'
import type { Workload } from '../workload'
import { serve } from '../serve.mjs'

/** The baseline: backpropagation as plain loops over typed arrays, as one writes it in JavaScript from the formulas. */

type Numbers = Float32Array | Float64Array

interface Layer {
  readonly fanIn: number
  readonly units: number
  readonly W: Numbers
  readonly b: Numbers
  /** Adam's two means, for W and for b. */
  readonly moments: readonly Numbers[]
  /** Activations [batch, units], and dL/dZ in the same shape. */
  readonly A: Numbers
  readonly gradZ: Numbers
  readonly gradW: Numbers
  readonly gradB: Numbers
}

function layersOf(workload: Workload): Layer[] {
  const { layers, batch } = workload
  return weightsOf(workload).map((W: Numbers, l: number) => {
    const [fanIn, units] = [layers[l], layers[l + 1]]
    const like = (length: number) => floats(workload, length)
    const moments = [like(W.length), like(W.length), like(units), like(units)]
    const [A, gradZ] = [like(batch * units), like(batch * units)]
    return { fanIn, units, W, b: like(units), moments, A, gradZ, gradW: like(W.length), gradB: like(units) }
  })
}

function forward({ fanIn, units, W, b, A }: Layer, input: Numbers, batch: number, hidden: boolean): void {
  for (let i = 0; i < batch; i++) {
    const out = i * units
    for (let j = 0; j < units; j++) A[out + j] = b[j]
    for (let k = 0; k < fanIn; k++) {
      const factor = input[i * fanIn + k]
      const row = k * units
      for (let j = 0; j < units; j++) A[out + j] += factor * W[row + j]
    }
    if (hidden) for (let j = 0; j < units; j++) if (A[out + j] < 0) A[out + j] = 0
  }
}

/** dL/dZ of softmax cross-entropy: (softmax(Z) − onehot(y)) / batch. */
function lossGradient({ units, A, gradZ }: Layer, classes: Int32Array, batch: number): void {
  for (let i = 0; i < batch; i++) {
    const row = i * units
    let maximum = A[row]
    for (let j = 1; j < units; j++) maximum = Math.max(maximum, A[row + j])
    let sum = 0
    for (let j = 0; j < units; j++) sum += gradZ[row + j] = Math.exp(A[row + j] - maximum)
    for (let j = 0; j < units; j++) gradZ[row + j] /= sum * batch
    gradZ[row + classes[i]] -= 1 / batch
  }
}

function weightGradient({ fanIn, units, gradZ, gradW, gradB }: Layer, input: Numbers, batch: number): void {
  gradW.fill(0)
  gradB.fill(0)
  for (let i = 0; i < batch; i++) {
    const grad = i * units
    for (let j = 0; j < units; j++) gradB[j] += gradZ[grad + j]
    for (let k = 0; k < fanIn; k++) {
      const factor = input[i * fanIn + k]
      const row = k * units
      for (let j = 0; j < units; j++) gradW[row + j] += factor * gradZ[grad + j]
    }
  }
}

/** dL/dZ of the layer before, whose activation is relu: (dL/dZ · Wᵀ) where A > 0. */
function inputGradient({ fanIn, units, W, gradZ }: Layer, before: Layer, batch: number): void {
  for (let i = 0; i < batch; i++) {
    for (let k = 0; k < fanIn; k++) {
      let sum = 0
      if (before.A[i * fanIn + k] > 0) for (let j = 0; j < units; j++) sum += gradZ[i * units + j] * W[k * units + j]
      before.gradZ[i * fanIn + k] = sum
    }
  }
}

function descend(weights: Numbers, gradient: Numbers): void {
  for (let e = 0; e < weights.length; e++) weights[e] -= LEARNING_RATE * gradient[e]
}

function adam(weights: Numbers, gradient: Numbers, m: Numbers, v: Numbers, step: number): void {
  const first = 1 - Math.pow(0.9, step)
  const second = 1 - Math.pow(0.999, step)
  for (let e = 0; e < weights.length; e++) {
    const g = gradient[e]
    m[e] = 0.9 * m[e] + 0.1 * g
    v[e] = 0.999 * v[e] + 0.001 * g * g
    weights[e] -= (LEARNING_RATE * (m[e] / first)) / (Math.sqrt(v[e] / second) + 1e-8)
  }
}

function create(workload: Workload) {
  const { batch, rows, optimizer } = workload
  const { X, classes, order } = dataOf(workload)
  const layers = layersOf(workload)
  const last = layers.length - 1
  const input = floats(workload, batch * workload.layers[0])
  const answers = new Int32Array(batch)
  let step = 0

  const takeStep = (): void => {
    const start = (step * batch) % (rows - batch + 1)
    const width = workload.layers[0]
    for (let i = 0; i < batch; i++) {
      const row = order[start + i]
      for (let k = 0; k < width; k++) input[i * width + k] = X[row * width + k]
      answers[i] = classes[row]
    }
    step += 1
    layers.forEach((layer, l) => forward(layer, l === 0 ? input : layers[l - 1].A, batch, l < last))
    lossGradient(layers[last], answers, batch)
    for (let l = last; l >= 0; l--) {
      weightGradient(layers[l], l === 0 ? input : layers[l - 1].A, batch)
      if (l > 0) inputGradient(layers[l], layers[l - 1], batch)
    }
    for (const { W, b, gradW, gradB, moments } of layers) {
      if (optimizer === 'adam') {
        adam(W, gradW, moments[0], moments[1], step)
        adam(b, gradB, moments[2], moments[3], step)
      } else {
        descend(W, gradW)
        descend(b, gradB)
      }
    }
  }

  return {
    run(limit: number): number {
      for (let s = 0; s < limit; s++) takeStep()
      return limit
    }
  }
}

await serve(() => ({ about: `Node ${process.versions.node}`, create }))
