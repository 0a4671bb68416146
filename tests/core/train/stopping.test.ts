import { describe, expect, it } from 'vitest'
import { FigureWatch, Trainer, copyParameters, trainFor, type EpochRecord, type StopRule } from '#core'
import { threeBlobs } from '../../support/blobs'

const record = (testLoss: number, testMetric = 0): EpochRecord => ({ trainLoss: testLoss + 1, testLoss, trainMetric: 0, testMetric })

/** The epochs at which a rule ends a run with these losses, and why. */
function endings(rule: StopRule, losses: readonly number[], watch = new FigureWatch(true)) {
  watch.setRule(rule)
  return losses.flatMap((loss, e) => {
    const reason = watch.see(e + 1, record(loss, 1 - loss))
    return reason ? [[e + 1, reason]] : []
  })
}

describe('a rule of when to stop', () => {
  it('ends a run at the first epoch below a loss or above a metric, and again only after it had ceased to hold', () => {
    expect(endings({ loss: 0.5 }, [0.9, 0.5, 0.4, 0.3, 0.6, 0.45])).toEqual([
      [3, 'loss'],
      [6, 'loss']
    ])
    expect(endings({ metric: 0.5 }, [0.9, 0.5, 0.4, 0.3])).toEqual([[3, 'metric']])
  })

  it('ends it after so many epochs without a lower loss, an equal one being none', () => {
    expect(endings({ patience: 2 }, [0.5, 0.4, 0.4, 0.5, 0.5, 0.3, 0.3, 0.3])).toEqual([
      [4, 'patience'],
      [8, 'patience']
    ])
  })

  it('says nothing of an epoch that was not evaluated, which counts as one without a lower loss', () => {
    expect(endings({ patience: 2, loss: 0.1 }, [0.5, NaN, NaN, 0.6])).toEqual([[4, 'patience']])
  })

  it('looks at the validation rows where there are any, whatever the test says', () => {
    const watch = new FigureWatch(true)
    watch.setRule({ loss: 0.5 })
    expect(watch.see(1, { ...record(0.1), validationLoss: 0.6, validationMetric: 0 })).toBeNull()
    expect(watch.see(2, { ...record(0.9), validationLoss: 0.4, validationMetric: 0 })).toBe('loss')
    expect(watch.bestEpoch).toBe(2)
  })

  it('looks at the training rows where there are none to test', () => {
    const watch = new FigureWatch(false)
    watch.setRule({ loss: 1.5 })
    expect(watch.see(1, { trainLoss: 1.4, testLoss: NaN, trainMetric: 0, testMetric: NaN })).toBe('loss')
  })

  it('counts anew when it is another one, not when it is the same again', () => {
    const watch = new FigureWatch(true)
    expect(endings({ loss: 0.5 }, [0.4], watch)).toEqual([[1, 'loss']])
    watch.setRule({ loss: 0.5 })
    expect(watch.see(2, record(0.4))).toBeNull()
    watch.setRule({ loss: 0.45 })
    expect(watch.see(3, record(0.4))).toBe('loss')
  })
})

describe('a trainer with such a rule', () => {
  it('comes to the same end however its steps are grouped, and can go on', () => {
    const ends = [1, 3, 1000].map((together) => {
      const trainer = new Trainer({ ...threeBlobs(), stop: { loss: 0.2 } })
      while (trainer.stopReason === null && trainer.epoch < 200) trainer.trainSteps(together, 200)
      return [trainer.epoch, trainer.stopReason]
    })
    expect(ends[0][1]).toBe('loss')
    expect(ends[0][0]).toBeLessThan(200)
    expect(ends).toEqual(ends.map(() => ends[0]))

    const trainer = new Trainer({ ...threeBlobs(), stop: { loss: 0.2 } })
    trainFor(trainer, 1e9, 200, () => 0)
    expect([trainer.epoch, trainer.stopReason]).toEqual(ends[0])
    trainFor(trainer, 1e9, 200, () => 0)
    expect([trainer.epoch, trainer.stopReason]).toEqual([200, null])
  })

  it('ends where it would have when it is taken up from a saved state', () => {
    const options = { ...threeBlobs(), stop: { patience: 3 }, learningRate: 2 }
    const straight = new Trainer(options)
    straight.trainSteps(Infinity, 500)
    const first = new Trainer(options)
    first.trainSteps(7, 500)
    const second = new Trainer(options)
    second.restore(structuredClone(first.state()))
    second.trainSteps(Infinity, 500)
    expect([second.epoch, second.stopReason]).toEqual([straight.epoch, straight.stopReason])
  })
})

describe('the weights of the best epoch', () => {
  it('are the result where they are kept, through a saved state too', () => {
    const options = { ...threeBlobs(), keepBest: true, learningRate: 2 }
    const trainer = new Trainer(options)
    const weights = [copyParameters(trainer.parameters)]
    for (let e = 0; e < 30; e++) {
      trainer.trainEpoch()
      weights.push(copyParameters(trainer.parameters))
    }
    const losses = Array.from(trainer.history.slice().testLoss).slice(1)
    const best = 1 + losses.indexOf(Math.min(...losses))
    expect(best).toBeLessThan(30)
    expect(trainer.result).toEqual({ epoch: best, parameters: weights[best] })
    const second = new Trainer(options)
    second.restore(structuredClone(trainer.state()))
    expect(second.result).toEqual(trainer.result)
    trainer.change({ keepBest: false })
    expect(trainer.result).toEqual({ epoch: 30, parameters: weights[30] })
    second.rewind()
    expect(second.result.epoch).toBe(0)
  })
})

it('a slice can end after any step, with the evaluation that follows it', () => {
  const trainer = new Trainer(threeBlobs())
  trainFor(trainer, 1e9, 100, () => 0, 7)
  expect([trainer.step, trainer.epoch, trainer.isAtEpochEnd]).toEqual([7, 1, false])
  trainFor(trainer, 1e9, 100, () => 0, 8)
  expect([trainer.step, trainer.epoch, trainer.isAtEpochEnd]).toEqual([8, 2, true])
})
