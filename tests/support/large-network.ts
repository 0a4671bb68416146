import { Trainer, initialParameters, zeros, type NetworkSpec, type Samples } from '#core'
import { startBackend } from '../../src/node/kernels/start-backend'

/**
 * A program of its own, built by the test of memory: trains the large network of the benchmark with what takes most memory, and prints by
 * how many bytes the resident set of its process grew at most.
 */
const network: NetworkSpec = {
  inputs: 784,
  layers: [
    { units: 512, activation: 'relu' },
    { units: 512, activation: 'relu' },
    { units: 10, activation: 'linear' }
  ]
}
const { machine } = startBackend({ choice: 'auto', threads: 2 })
const rows = 1280
const X = zeros(rows, network.inputs, 'f32')
for (let e = 0; e < X.data.length; e++) X.data[e] = ((e * 7919) % 1009) / 1009
const train: Samples = { X, targets: { kind: 'classes', classes: Int32Array.from({ length: rows }, (_, i) => i % 10) } }

globalThis.gc?.()
const before = process.memoryUsage().rss
let most = before
const trainer = new Trainer({
  network,
  train,
  test: train,
  optimizer: { kind: 'adam' },
  objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
  learningRate: 0.01,
  batchSize: 128,
  clip: 1,
  shuffleSeed: 1,
  parameters: initialParameters(network, 1, 'f32'),
  machine
})
while (trainer.epoch < 3) {
  trainer.trainStep()
  most = Math.max(most, process.memoryUsage().rss)
}
trainer.release()
process.stdout.write(`${most - before}\n`)
