import { describe, expect, it } from 'vitest'
import { caseOfRun, createTrainer, judgeGradients, mistakenGradients, prepare, problemOf, suggestSettings, type Settings } from '#core'
import { sampleTable } from '../../support/tables'

function caseOf(changes: Partial<Settings> = {}) {
  const table = sampleTable('iris')
  const settings = { ...suggestSettings(table, { target: 'species' }), ...changes }
  const trainer = createTrainer(prepare(table, settings), settings)
  trainer.trainEpoch()
  const { network, live, parameters } = trainer
  return caseOfRun('app', { network, objective: live.objective, parameters, batch: trainer.firstBatch() })
}

describe('the case of a network in training', () => {
  it.each<[string, Partial<Settings>]>([
    ['in float32', { precision: 'f32' }],
    ['in float64', { precision: 'f64', l2: 0.01, l1: 0.002 }],
    ['with dropout, which it leaves out', { dropout: 0.5 }]
  ])('has the weights, the batch and the objective, in float64: %s', (_title, changes) => {
    const asked = caseOf({ batchSize: 12, ...changes })
    const problem = problemOf(asked)
    expect(asked.samples.X.rows).toBe(12)
    expect(problem.parameters[0].W.data).toBeInstanceOf(Float64Array)
    expect(problem.batch.X.data).toBeInstanceOf(Float64Array)
    expect(problem.network.layers.some((layer) => 'dropout' in layer)).toBe(false)
    expect(judgeGradients(problem, { loss: null, gradients: mistakenGradients(problem, []) })).toMatchObject({ firstWrong: null })
    const wrong = mistakenGradients(problem, [{ name: 'lost-mean', layer: null }])
    expect(judgeGradients(problem, { loss: null, gradients: wrong }).mistakes).toEqual(['lost-mean'])
  })

  it('is refused where not every gradient could be compared', () => {
    const { batch, objective } = problemOf(caseOf())
    const layers = [800, 800, 3].map((units) => ({ units, activation: 'relu' as const }))
    const problem = { network: { inputs: 4, layers }, objective, parameters: [], batch }
    expect(() => caseOfRun('app', problem)).toThrow('too large to compare every gradient')
  })
})
