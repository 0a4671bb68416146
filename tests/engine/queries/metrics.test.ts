import { describe, expect, it } from 'vitest'
import { evaluate } from '#core'
import { judgedRows, metricsView } from '../../../src/engine/queries/metrics'
import { runCooperatively } from '../../../src/node/tasks/run-cooperatively'
import { outputsTask } from '../../../src/engine/queries/outputs'
import { aborted, going, runContext } from './run-context'

const iris = runContext('iris', 'species', {}, 20)
const mass = runContext('penguins', 'body_mass_g', { task: 'regression', loss: { kind: 'mean-squared-error' } })

describe('the metrics', () => {
  it.each(['train', 'test'] as const)('of the %s rows agree with the curves', async (side) => {
    const view = await metricsView(iris, side, going)
    const { metric } = evaluate(iris.trainer.network, iris.trainer.parameters, iris.prepared[side], iris.prepared.loss)
    const [classifier] = view.classifiers
    expect(view).toMatchObject({ side, epoch: 20, rows: iris.prepared[side].rows.length, regressions: [] })
    expect(classifier.accuracy).toBeCloseTo(metric, 12)
    expect(classifier.confusion.reduce((sum, count) => sum + count, 0)).toBe(view.rows)
    expect(classifier.classes.map(({ name }) => name)).toEqual(['setosa', 'versicolor', 'virginica'])
    for (const { roc } of classifier.classes) expect([roc.x[0], roc.y[0], roc.x.at(-1), roc.y.at(-1)]).toEqual([0, 0, 1, 1])
  })

  it('of a regression are in the data’s own units', async () => {
    const view = await metricsView(mass, 'test', going)
    const [{ r2, mae, rmse, residuals }] = view.regressions
    const { metric } = evaluate(mass.trainer.network, mass.trainer.parameters, mass.prepared.test, mass.prepared.loss)
    expect(r2).toBeCloseTo(metric, 12)
    // Penguins weigh some 4,200 ± 800 grams.
    expect(mae).toBeGreaterThan(100)
    expect(rmse).toBeGreaterThanOrEqual(mae)
    expect(residuals.counts.reduce((sum, count) => sum + count, 0)).toBe(view.rows)
  })

  it('of no rows are none', async () => {
    expect(await metricsView(iris, 'validation', going)).toMatchObject({ rows: 0, classifiers: [], regressions: [] })
  })
})

describe('the rows of a cell', () => {
  it('are as many as the confusion matrix counts, each with its cells', async () => {
    const {
      classifiers: [{ confusion }]
    } = await metricsView(iris, 'train', going)
    for (let cell = 0; cell < 9; cell++) {
      const [truth, predicted] = [Math.floor(cell / 3), cell % 3]
      const { total, rows, columns } = await judgedRows(iris, { side: 'train', label: 0, truth, predicted }, going)
      expect(total).toBe(confusion[cell])
      expect(rows.length).toBe(total)
      for (const { cells, probability } of rows) {
        expect(cells.length).toBe(columns.length)
        expect(probability).toBeGreaterThan(1 / 3)
      }
    }
  })

  it('are not available for a target that is a number', async () => {
    const question = { side: 'train', label: 0, truth: 0, predicted: 0 } as const
    await expect(judgedRows(mass, question, going)).rejects.toMatchObject({ code: 'request.invalid' })
  })
})

describe('the outputs of many rows', () => {
  it('are made in parts that are the whole, and given up when nobody wants them any more', async () => {
    const wide = runContext('digits', 'digit', { hidden: [{ units: 400, activation: 'tanh' }] }, 0)
    const { X } = wide.prepared.train
    const all = await runCooperatively(outputsTask(wide.trainer, X))
    expect(all.rows).toBe(X.rows)
    expect(Math.min(...all.data.subarray(-10).map(Math.abs))).toBeGreaterThan(0)
    await expect(runCooperatively(outputsTask(wide.trainer, X), { signal: aborted })).rejects.toMatchObject({ code: 'request.cancelled' })
  })
})
