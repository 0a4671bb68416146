import { describe, expect, it } from 'vitest'
import { AppError, Trainer, copyParameters, matrixFrom, plainMachine, gatherSamples } from '#core'
import { threeBlobs } from '../../support/blobs'

describe('training', () => {
  it('learns three separate groups of points', () => {
    const trainer = new Trainer(threeBlobs())
    for (let e = 0; e < 40; e++) trainer.trainEpoch()
    const last = trainer.history.at(40)
    expect(last.trainLoss).toBeLessThan(trainer.history.at(0).trainLoss / 5)
    expect(last.testMetric).toBe(1)
  })

  it('takes a smaller last batch: 38 rows in batches of 10 are 4 steps an epoch', () => {
    const trainer = new Trainer(threeBlobs())
    trainer.trainEpoch()
    expect([trainer.epoch, trainer.step]).toEqual([1, 4])
  })

  it('can be made ready later, or by its first step, and gives the same bits', () => {
    const straight = new Trainer(threeBlobs())
    straight.trainEpoch()
    for (const calls of [0, 1]) {
      const trainer = new Trainer({ ...threeBlobs(), readyLater: true })
      expect(trainer.history.length).toBe(0)
      for (let call = 0; call < calls; call++) expect(trainer.makeReady()).toBe(true)
      trainer.trainSteps(Infinity, 1)
      expect(trainer.state()).toEqual(straight.state())
    }
  })

  it('gives the same bits again, however it was interrupted', () => {
    const straight = new Trainer(threeBlobs())
    for (let e = 0; e < 5; e++) straight.trainEpoch()

    const first = new Trainer(threeBlobs())
    for (let s = 0; s < 7; s++) first.trainStep()
    const second = new Trainer(threeBlobs())
    second.restore(structuredClone(first.state()))
    while (second.epoch < 5) second.trainStep()

    expect(second.parameters).toEqual(straight.parameters)
    expect(second.history.slice()).toEqual(straight.history.slice())
  })

  it('rewinds to the very same weights and then trains the very same way', () => {
    const options = threeBlobs()
    const trainer = new Trainer(options)
    for (let e = 0; e < 3; e++) trainer.trainEpoch()
    const trained = copyParameters(trainer.parameters)
    trainer.rewind()
    expect(trainer.parameters).toEqual(options.parameters)
    expect([trainer.epoch, trainer.step, trainer.history.length]).toEqual([0, 0, 1])
    for (let e = 0; e < 3; e++) trainer.trainEpoch()
    expect(trainer.parameters).toEqual(trained)
  })

  it('takes a live change at the next step', () => {
    const trainer = new Trainer(threeBlobs())
    trainer.trainStep()
    trainer.change({ batchSize: 28 })
    trainer.trainStep()
    expect(trainer.epoch).toBe(1)
  })

  it('works in float32 as well', () => {
    const options = threeBlobs()
    const trainer = new Trainer({ ...options, parameters: copyParameters(options.parameters, 'f32') })
    trainer.trainEpoch()
    expect(trainer.parameters[0].W.data).toBeInstanceOf(Float32Array)
    expect(trainer.history.at(1).trainLoss).toBeLessThan(trainer.history.at(0).trainLoss)
  })

  it('has no test figures without test rows', () => {
    const { test, ...rest } = threeBlobs()
    const trainer = new Trainer({ ...rest, test: gatherSamples(test, []) })
    trainer.trainEpoch()
    expect(trainer.history.at(1).testLoss).toBeNaN()
    expect(trainer.history.at(1).trainMetric).toBeGreaterThan(0)
  })
})

describe('training that diverges', () => {
  const network = { inputs: 1, layers: [{ units: 1, activation: 'linear' }] } as const
  const samples = { X: matrixFrom([[1], [2]]), targets: { kind: 'values', values: matrixFrom([[1], [3]]) } } as const
  const trainer = new Trainer({
    network,
    machine: plainMachine,
    objective: { loss: { kind: 'mean-squared-error' }, regularization: { l2: 0 } },
    learningRate: 1e9,
    batchSize: 2,
    shuffleSeed: 1,
    parameters: [{ W: matrixFrom([[0.5]]), b: matrixFrom([[0]]) }],
    train: samples,
    test: samples
  })

  it('stops and names the step, the layer and the tensor', () => {
    let caught: unknown
    try {
      for (;;) trainer.trainEpoch()
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(AppError)
    const { code, details } = caught as AppError
    expect(code).toBe('numeric.diverged')
    expect(details).toMatchObject({ layer: 1, learningRate: 1e9, step: trainer.step + 1 })
    expect(String(details.tensor)).toMatch(/^(Z1|A1|W1|b1|dL\/dW1|loss)$/)
  })

  it('keeps the weights and the history of the last finite epoch', () => {
    const { parameters, history } = trainer.state()
    expect(parameters[0].W.data.every(Number.isFinite)).toBe(true)
    expect(history.trainLoss.length).toBe(trainer.epoch + 1)
    expect(history.trainLoss.every(Number.isFinite)).toBe(true)
  })
})
