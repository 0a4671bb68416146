import { expect, it } from 'vitest'
import { OverfitTest, OVERFIT_ROWS, type LossSpec, type NetworkSpec, type Samples } from '#core'
import { networkOf, normalMatrix, samplesFor } from '../../support/problems'

function resultFor(network: NetworkSpec, loss: LossSpec, samples: Samples) {
  const train = { ...samples, rows: new Int32Array(0), lines: new Int32Array(0) }
  const test = new OverfitTest({ network, train, loss })
  while (test.next());
  return { ...test.result(), share: test.share }
}

it('is passed by a network that can memorize twenty rows', () => {
  const network = networkOf([4, 16, 3], 'tanh', 'softmax-cross-entropy')
  const result = resultFor(network, { kind: 'softmax-cross-entropy' }, samplesFor(network, 'softmax-cross-entropy', 1, 50))
  expect(result).toMatchObject({ passed: true, rows: OVERFIT_ROWS, metric: 'accuracy', score: 1 })
  expect(result.epochs).toBeLessThan(1000)
  expect(result.loss).toBeLessThan(0.1 * result.startLoss)
})

it('is passed by a regression too, and takes what rows there are', () => {
  const network: NetworkSpec = {
    inputs: 4,
    layers: [
      { units: 16, activation: 'tanh' },
      { units: 1, activation: 'linear' }
    ]
  }
  const result = resultFor(network, { kind: 'mean-squared-error' }, samplesFor(network, 'mean-squared-error', 1, 9))
  expect(result).toMatchObject({ passed: true, rows: 9, metric: 'r2' })
})

it('is not passed where equal rows have different answers', () => {
  const network = networkOf([4, 16, 2], 'tanh', 'softmax-cross-entropy')
  const X = normalMatrix(20, 4, 1)
  X.data.fill(1)
  const classes = Int32Array.from({ length: 20 }, (_, i) => i % 2)
  const result = resultFor(network, { kind: 'softmax-cross-entropy' }, { X, targets: { kind: 'classes', classes } })
  expect(result).toMatchObject({ passed: false, epochs: 1000, share: 1, reason: { code: 'doctor.overfit.contradiction' } })
})

it('blames the gradients and not the rows where gradients vanish', () => {
  const network = networkOf([4, 10, 10, 10, 10, 10, 10, 3], 'sigmoid', 'softmax-cross-entropy')
  const result = resultFor(network, { kind: 'softmax-cross-entropy' }, samplesFor(network, 'softmax-cross-entropy', 1, 50))
  expect(result).toMatchObject({ passed: false, reason: { code: 'doctor.overfit.vanishing-gradients' } })
})

it('asks for more units where nothing else is wrong', () => {
  const network = networkOf([4, 3], 'tanh', 'softmax-cross-entropy')
  const result = resultFor(network, { kind: 'softmax-cross-entropy' }, samplesFor(network, 'softmax-cross-entropy', 1, 50))
  expect(result).toMatchObject({ passed: false, reason: { code: 'doctor.overfit.units' } })
})

it('leaves dropout out', () => {
  const network = networkOf([4, 16, 3], 'tanh', 'softmax-cross-entropy')
  const dropping = { ...network, layers: network.layers.map((layer) => ({ ...layer, dropout: 0.9 })) }
  const samples = samplesFor(network, 'softmax-cross-entropy', 1, 50)
  const loss = { kind: 'softmax-cross-entropy' } as const
  expect(resultFor(dropping, loss, samples)).toEqual(resultFor(network, loss, samples))
})
