import { describe, expect, it } from 'vitest'
import { placeOfRow, rowOfPlace } from '../../../../src/renderer/features/check/weight-place'
import { checkReport } from '../../support/check-report'

/** Of a layer with two inputs and two units: W1 row by row, then b1. */
const report = checkReport([
  { tensor: 0, row: 0, column: 0 },
  { tensor: 0, row: 0, column: 1 },
  { tensor: 0, row: 1, column: 0 },
  { tensor: 0, row: 1, column: 1 },
  { tensor: 1, row: 0, column: -1 },
  { tensor: 1, row: 1, column: -1 }
])

describe('the place of a checked parameter in the drawing', () => {
  it('is that of an edge, or of a unit for its bias', () => {
    expect(placeOfRow(report, 2)).toEqual({ layer: 1, unit: 0, from: 1 })
    expect(placeOfRow(report, 5)).toEqual({ layer: 1, unit: 1, from: null })
  })

  it('leads back to its row, for every parameter', () => {
    const rows = Array.from(report.tensor, (_, at) => at)
    expect(rows.map((at) => rowOfPlace(report, placeOfRow(report, at)))).toEqual(rows)
  })

  it('is in no row where a sample left it out', () => {
    expect(rowOfPlace(report, { layer: 1, unit: 7, from: 0 })).toBeNull()
    expect(rowOfPlace(report, { layer: 2, unit: 0, from: 0 })).toBeNull()
  })
})
