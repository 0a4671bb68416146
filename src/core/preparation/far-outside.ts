import { columnNamed, type Table } from '../data/table'
import type { Details, Note } from '../messages/catalogue'
import type { CooperativeTask } from '../tasks/task'
import { cellDetails, cellsOf } from './cells'
import { countRows } from './notes-on-cells'
import type { FeatureConstants, Pipeline } from './pipeline'

/**
 * So many standard deviations from the mean, or interquartile ranges from the median, are far outside: by Chebyshev's inequality at most
 * one in a hundred training rows is further from their mean, whatever their distribution.
 */
const farDeviations = 10

/** So many widths of the training range beyond it are far outside. */
const farWidths = 1

/**
 * Returns notes on numbers far outside those of the training rows, for which a network can only extrapolate: mostly another unit or
 * decimal mark. Of a feature that is not scaled, a model does not know what it was trained on.
 */
export function* notesOnFarCellsTask({ features }: Pipeline, table: Table, rows: Int32Array): CooperativeTask<Note[]> {
  const notes: Note[] = []
  for (const feature of features) {
    if (feature.kind === 'text' || feature.scaling === 'none') continue
    const column = columnNamed(table, feature.name)
    const { values } = cellsOf(column, 'number')
    const { count, first } = yield* countRows(rows, (row) => isFar(feature, values[row]))
    if (count === 0) continue
    const { name, row, value } = cellDetails(table, column, first)
    notes.push({ code: 'note.far-outside', details: { name, count, row, value, ...distanceOf(feature, values[first]) } })
  }
  return notes
}

/** A missing cell, whose number is NaN, is not far. */
function isFar({ scaling, mean, scale }: FeatureConstants, x: number): boolean {
  const scaled = (x - mean) / scale
  return scaling === 'minmax' ? scaled < -farWidths || scaled > 1 + farWidths : Math.abs(scaled) > farDeviations
}

/** Returns how far a number is outside, in the terms of the scaling. */
function distanceOf({ scaling, mean, scale }: FeatureConstants, x: number): Details {
  const scaled = (x - mean) / scale
  const rounded = (distance: number) => Number(distance.toPrecision(3))
  if (scaling === 'minmax') return { widths: rounded(scaled < 0 ? -scaled : scaled - 1) }
  return scaling === 'robust' ? { quartiles: rounded(Math.abs(scaled)) } : { deviations: rounded(Math.abs(scaled)) }
}
