import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, prepare, suggestSettings, type Pipeline, type Precision } from '#core'
import { requireUsableConstants } from '../../../src/core/verify/constants'
import { refusalOf } from '../../support/tables'

const table = readCsv(new TextEncoder().encode('x,y\n1,2\n2,4\n3,7\n'))
const { pipeline } = prepare(table, { ...suggestSettings(table, { target: 'y', task: 'regression' }), test: 0 })

const feature = (mean: number, scale: number): Pipeline => ({ ...pipeline, features: [{ ...pipeline.features[0], mean, scale }] })
const target = (mean: number, scale: number): Pipeline => ({ ...pipeline, targets: [{ kind: 'number', name: 'y', mean, scale }] })

describe('the constants of a model', () => {
  it.each<[number, number, Precision]>([
    [0, 1, 'f32'],
    [-1e9, 1e-6, 'f32'],
    [1e30, 1, 'f32'],
    [1e300, 1e290, 'f64']
  ])('may be a mean of %d and a scale of %d in %s', (mean, scale, precision) => {
    expect(() => requireUsableConstants(feature(mean, scale), precision)).not.toThrow()
  })

  it.each<[string, Pipeline, Precision, string]>([
    ['a scale of 0', feature(1, 0), 'f64', 'features.0.scale'],
    ['a scale below 0', feature(1, -2), 'f64', 'features.0.scale'],
    ["a target's scale below 0", target(1, -2), 'f64', 'targets.0.scale'],
    ['a mean that float32 does not know', feature(1e39, 1), 'f32', 'features.0.mean'],
    ['a mean whose square is not finite', feature(1e308, 1), 'f64', 'features.0.mean'],
    ['a scale by which everything is infinite', feature(1, 1e-310), 'f64', 'features.0.mean'],
    ["a target's mean of the kind", target(-1e308, 1), 'f64', 'targets.0.mean']
  ])('may not be %s', (_, constants, precision, field) => {
    expect(refusalOf(() => requireUsableConstants(constants, precision))).toMatchObject({ code: 'format.field', details: { field } })
  })

  it('are always usable where they come from data', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 12 }), (rows) => {
        fc.pre(new Set(rows.map(([, y]) => y)).size > 1)
        const drawn = readCsv(new TextEncoder().encode(`x,y\n${rows.map((row) => row.join()).join('\n')}\n`))
        const settings = {
          ...suggestSettings(drawn, { target: 'y', task: 'regression' }),
          features: ['x'],
          test: 0,
          precision: 'f64' as const
        }
        const prepared = prepare(drawn, settings)
        expect(() => requireUsableConstants(prepared.pipeline, 'f64')).not.toThrow()
      }),
      { numRuns: 50 }
    )
  })
})
