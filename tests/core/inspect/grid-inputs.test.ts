import { expect, it } from 'vitest'
import { gridInputs, lineInputs, toRows, type GridAxis } from '#core'

const x: GridAxis = { input: 2, low: 0, high: 3, count: 3 }
const y: GridAxis = { input: 0, low: 10, high: 14, count: 2 }

it('a grid goes through its cells as a picture is drawn, from the upper left', () => {
  expect(toRows(gridInputs([7, 8, 9], x, y, 'f64'))).toEqual([
    [13, 8, 0.5],
    [13, 8, 1.5],
    [13, 8, 2.5],
    [11, 8, 0.5],
    [11, 8, 1.5],
    [11, 8, 2.5]
  ])
})

it('an input on both axes is the one across', () => {
  expect(toRows(gridInputs([7], { ...x, input: 0 }, y, 'f64')).slice(0, 2)).toEqual([[0.5], [1.5]])
})

it('a line holds every input but its own', () => {
  expect(toRows(lineInputs([7, 8, 9], x, 'f64'))).toEqual([
    [7, 8, 0.5],
    [7, 8, 1.5],
    [7, 8, 2.5]
  ])
})

it('the precision is the one asked for', () => {
  expect(gridInputs([0, 0, 0], x, y, 'f32').data).toBeInstanceOf(Float32Array)
})
