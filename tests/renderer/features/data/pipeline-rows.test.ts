import { describe, expect, it } from 'vitest'
import { prepare, readCsv, suggestSettings, type Pipeline, type Settings } from '#core'
import { categoryRows, fillRows, scaleRows, scalingOf, targetRows } from '../../../../src/renderer/features/data/pipeline-rows'

/** Penguins of an invented kind: two measures, two texts, some of them missing. */
const table = readCsv(
  new TextEncoder().encode(
    [
      'species,island,mass,flipper,sex',
      ...Array.from({ length: 40 }, (_, i) => {
        const island = ['Biscoe', 'Dream', 'Torgersen'][Math.floor(i / 2) % 3]
        return `${i % 2 === 0 ? 'Adelie' : 'Gentoo'},${island},${3000 + 37 * i},${180 + (i % 7)},${['female', 'male', ''][i % 3]}`
      })
    ].join('\n')
  )
)

function pipelineOf(changes: Partial<Settings> = {}): Pipeline {
  return prepare(table, { ...suggestSettings(table, { target: 'species' }), ...changes }).pipeline
}

describe('the constants of a preparation as rows', () => {
  it('have what missing cells are taken for, and nothing where rows are dropped', () => {
    expect(fillRows(pipelineOf())).toEqual([])
    const filled = fillRows(pipelineOf({ missing: 'mode' }))
    expect(filled.map(([name]) => name)).toContain('sex')
    expect(filled.every((row) => row.length === 2)).toBe(true)
  })

  it('have the categories of texts in their order', () => {
    expect(categoryRows(pipelineOf())).toEqual([
      ['island', '3', 'Biscoe, Dream, Torgersen'],
      ['sex', '2', 'female, male']
    ])
  })

  it('say in which way each is scaled only where that differs', () => {
    const same = pipelineOf({ scale: 'minmax' })
    expect(scalingOf(same)).toBe('minmax')
    expect(scaleRows(same, String).map((row) => row.length)).toEqual([3, 3])
    const mixed = pipelineOf({ overrides: { mass: { scale: 'robust' } } })
    expect(scalingOf(mixed)).toBe('mixed')
    expect(scaleRows(mixed, String).map((row) => row[3])).toEqual(['robust', 'standard'])
    expect(scaleRows(pipelineOf({ scale: 'none' }), String)).toEqual([])
  })

  it('have classes, or the mean and the deviation, of the targets', () => {
    expect(targetRows(pipelineOf())).toEqual([['species', 'Adelie, Gentoo']])
    const regression = prepare(table, suggestSettings(table, { targets: ['mass', 'flipper'] })).pipeline
    expect(targetRows(regression).map(([name]) => name)).toEqual(['mass', 'flipper'])
  })
})
