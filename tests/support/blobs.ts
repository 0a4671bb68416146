import { createRandom, gatherSamples, initialParameters, plainMachine, zeros, type TrainerOptions } from '#core'

/** A run on three groups of points in the plane, the last nine of them for testing. */
export function threeBlobs(rows = 47): TrainerOptions {
  const random = createRandom(9)
  const centres = [
    [0, 2],
    [-2, -1],
    [2, -1]
  ]
  const classes = Int32Array.from({ length: rows }, (_, i) => i % 3)
  const X = zeros(rows, 2)
  classes.forEach((c, i) => [0, 1].forEach((j) => (X.data[2 * i + j] = centres[c][j] + 0.5 * random.normal())))
  const all = { X, targets: { kind: 'classes', classes } } as const
  const network = {
    inputs: 2,
    layers: [
      { units: 6, activation: 'tanh' },
      { units: 3, activation: 'linear' }
    ]
  } as const
  return {
    network,
    machine: plainMachine,
    objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.001 } },
    learningRate: 0.2,
    batchSize: 10,
    shuffleSeed: 3,
    parameters: initialParameters(network, 1),
    train: gatherSamples(
      all,
      Array.from({ length: rows - 9 }, (_, i) => i)
    ),
    test: gatherSamples(
      all,
      Array.from({ length: 9 }, (_, i) => rows - 9 + i)
    )
  }
}
