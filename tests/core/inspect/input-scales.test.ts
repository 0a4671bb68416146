import { expect, it } from 'vitest'
import { inputScales, prepare, suggestSettings } from '#core'
import { sampleTable } from '../../support/tables'

const table = sampleTable('penguins')
const prepared = prepare(table, suggestSettings(table, { target: 'species' }))
const scales = inputScales(prepared.pipeline)

it('every input has its scale, by the names of the inputs', () => {
  expect(scales.map(({ name }) => name)).toEqual(prepared.inputs)
})

it('a number comes back in its own units', () => {
  const input = prepared.inputs.indexOf('body_mass_g')
  const column = table.columns.find(({ name }) => name === 'body_mass_g')
  const { X, rows } = prepared.train
  rows.forEach((row, i) => {
    expect(scales[input].mean + scales[input].scale * X.data[i * X.columns + input]).toBeCloseTo(column?.values[row] ?? NaN, 2)
  })
})

it('what stands for a category is a mark, 0 or 1 as it is', () => {
  const marks = scales.filter(({ isMark }) => isMark)
  expect(marks.length).toBeGreaterThan(0)
  for (const { name, mean, scale } of marks) {
    expect(name).toContain('=')
    expect([mean, scale]).toEqual([0, 1])
  }
})
