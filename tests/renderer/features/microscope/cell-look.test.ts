import { expect, it } from 'vitest'
import { cellClasses, cellStrength } from '../../../../src/renderer/features/microscope/cell-look'

const nothing = { lit: null, framed: null, chosen: null, marked: null }

it('fills by size, up to a part of the colour’s end on which the text can be read', () => {
  expect(cellStrength(-2, 4)).toBe('21.0%')
  expect(cellStrength(4, 4)).toBe('42.0%')
  expect(cellStrength(8, 4)).toBe('42.0%')
  expect([cellStrength(0, 0), cellStrength(NaN, 4), cellStrength(undefined, 4)]).toEqual(['0%', '0%', '0%'])
})

it('tells the sign of a number', () => {
  expect(cellClasses(-0.5, 0, 0, nothing)).toEqual(['minus'])
  expect([cellClasses(0.5, 0, 0, nothing), cellClasses(undefined, 0, 0, nothing)]).toEqual([[], []])
})

it('frames the lit cells together: each has the edges of the region that it lies at', () => {
  const lit = { rows: [1, 2], columns: [0, 3] } as const
  const at = (row: number, column: number) => cellClasses(1, row, column, { ...nothing, lit })
  expect(at(1, 0)).toEqual(['lit', 'lit-top', 'lit-bottom', 'lit-left'])
  expect(at(1, 1)).toEqual(['lit', 'lit-top', 'lit-bottom'])
  expect(at(1, 2)).toEqual(['lit', 'lit-top', 'lit-bottom', 'lit-right'])
  expect(at(0, 1)).toEqual([])
})

it('marks the term, the chosen number and the paths of a weight', () => {
  const region = { rows: [0, 1], columns: [0, 1] } as const
  expect(cellClasses(1, 0, 0, { lit: null, framed: region, chosen: { row: 0, column: 0 }, marked: region })).toEqual([
    'framed',
    'chosen',
    'marked'
  ])
})
