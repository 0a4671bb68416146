import { describe, expect, it } from 'vitest'
import { doctorView, insideView } from '../../../src/engine/queries/inside'
import { overfitView } from '../../../src/engine/queries/overfit'
import { sweepView } from '../../../src/engine/queries/sweep'
import { aborted, going, runContext } from './run-context'

const iris = runContext('iris', 'species')

describe('the inside', () => {
  it('is looked at without changing the run', () => {
    const before = iris.trainer.state()
    const view = insideView(iris)
    expect(view.layers.map(({ layer }) => layer)).toEqual([1, 2])
    expect(view).toMatchObject({ epoch: 5, learningRate: iris.settings.learningRate })
    expect(iris.trainer.state()).toEqual(before)
  })

  it('knows the rate that the schedule has come to', () => {
    const decayed = runContext('iris', 'species', { schedule: { kind: 'step', factor: 0.5, every: 1 } })
    expect(insideView(decayed).learningRate).toBeCloseTo(decayed.settings.learningRate / 32, 12)
  })
})

describe('the doctor', () => {
  it('has nothing to say of the first start', () => {
    expect(doctorView(iris)).toEqual({ epoch: 5, findings: [] })
  })

  it('names the wrong of inputs that nothing scales and of a rate that is far too large', () => {
    const ill = runContext('wine', 'cultivar', { scale: 'none', learningRate: 0.5 }, 3)
    expect(doctorView(ill).findings.map(({ rule }) => rule)).toContain('unscaled-inputs')
  })
})

describe('the twenty-row test', () => {
  it('is passed on a sample, beside a run that stays as it was, and can be given up', async () => {
    const before = iris.trainer.state()
    expect(await overfitView(iris, going)).toMatchObject({ passed: true, rows: 20 })
    expect(iris.trainer.state()).toEqual(before)
    await expect(overfitView(iris, aborted)).rejects.toMatchObject({ code: 'request.cancelled' })
  })
})

describe('the sweep of ε', () => {
  it('has its smallest error between the two ends', async () => {
    const { relative, epsilon, best, checked } = await sweepView(iris, { tensor: 'W1', element: null }, going)
    expect(checked).toBe(20)
    expect(epsilon.length).toBe(relative.length)
    expect(best).toBeGreaterThan(1e-8)
    expect(best).toBeLessThan(1e-2)
    expect(relative[0]).toBeGreaterThan(1e3 * Math.min(...relative))
    expect(relative.at(-1)).toBeGreaterThan(1e3 * Math.min(...relative))
  })

  it('is of one element where one is named, and of no tensor that is not there', async () => {
    expect((await sweepView(iris, { tensor: 'W2', element: { row: 1, column: 2 } }, going)).checked).toBe(1)
    await expect(sweepView(iris, { tensor: 'W9', element: null }, going)).rejects.toMatchObject({ code: 'spec.choice' })
  })
})

describe('a large network', () => {
  // 64 inputs, 4,096 and 600 units: 2.7 million parameters.
  const hidden = [
    { units: 4096, activation: 'relu' },
    { units: 600, activation: 'tanh' }
  ] as const
  const large = runContext('digits', 'digit', { hidden: [...hidden], batchSize: 1000, precision: 'f32' }, 0)

  it('is looked into on fewer rows, so that the engine goes on', () => {
    const { rows, layers } = insideView(large)
    expect(rows).toBeLessThan(10)
    expect(rows).toBeGreaterThan(0)
    expect(layers.map(({ activations }) => activations.count)).toEqual([4096 * rows, 600 * rows, 10 * rows])
  })

  it('is kept of what was asked for, and not looked at besides', () => {
    large.snapshots.cut()
    insideView(large)
    large.snapshots.offer(1e6)
    expect([...large.snapshots.times.epochs]).toEqual([0])
    expect(large.snapshots.due(1e6)).toBe(Infinity)
  })

  it('is not looked into unasked; its curves and data are', () => {
    expect(
      doctorView({
        ...large,
        failure: { code: 'numeric.diverged', details: { step: 1, layer: 1, tensor: 'W1', learningRate: 1 } }
      }).findings.map(({ rule }) => rule)
    ).toEqual(['divergence'])
  })
})
