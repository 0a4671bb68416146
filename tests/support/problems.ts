import {
  createRandom,
  initialParameters,
  losses,
  zeros,
  type ActivationName,
  type LossKind,
  type Matrix,
  type NetworkSpec,
  type Parameters,
  type Precision,
  type Samples
} from '#core'

/**
 * Layers of the given sizes with one activation, the output layer having what the loss asks for. sizes: inputs, units,
 * …
 */
export function networkOf(sizes: readonly number[], activation: ActivationName, kind: LossKind): NetworkSpec {
  const output = losses[kind].outputActivation ?? activation
  const [inputs, ...units] = sizes
  const last = units.length - 1
  return { inputs, layers: units.map((count, l) => ({ units: count, activation: l === last ? output : activation })) }
}

export function normalMatrix(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed)
  const matrix = zeros(rows, columns)
  for (let e = 0; e < matrix.data.length; e++) matrix.data[e] = random.normal()
  return matrix
}

/** Normal inputs with random answers of the kind that the loss takes. */
export function samplesFor(network: NetworkSpec, kind: LossKind, seed: number, rows = 6): Samples {
  const random = createRandom(seed + 1000)
  const outputs = network.layers[network.layers.length - 1].units
  const X = normalMatrix(rows, network.inputs, seed)
  if (losses[kind].targets === 'classes') {
    return { X, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(outputs)) } }
  }
  const values = zeros(rows, outputs)
  const answer = kind === 'binary-cross-entropy' ? () => random.below(2) : () => random.normal()
  for (let e = 0; e < values.data.length; e++) values.data[e] = answer()
  return { X, targets: { kind: 'values', values } }
}

/** Initial weights with biases that are not zero, so that nothing about them goes unseen. */
export function parametersFor(network: NetworkSpec, seed: number, precision: Precision = 'f64'): Parameters {
  const parameters = initialParameters(network, seed, precision)
  parameters.forEach(({ b }, l) => b?.data.set(normalMatrix(1, b.columns, seed + l + 500).data.map((x) => x / 4)))
  return parameters
}
