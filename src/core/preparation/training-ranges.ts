import { columnNamed, type Table } from '../data/table'
import { cellsOf } from './cells'
import type { Prepared } from './prepare'

/** The least and the largest number of each feature in the training rows, in their order; NaN for texts. */
export interface TrainingRanges {
  readonly minima: Float64Array
  readonly maxima: Float64Array
}

/** Finds what each feature was trained on: beyond it a network extrapolates. */
export function trainingRanges({ pipeline, train }: Pick<Prepared, 'pipeline' | 'train'>, table: Table): TrainingRanges {
  const minima = new Float64Array(pipeline.features.length).fill(NaN)
  const maxima = minima.slice()
  pipeline.features.forEach(({ name, kind }, f) => {
    if (kind === 'text') return
    const { values } = cellsOf(columnNamed(table, name), 'number')
    for (const row of train.rows) {
      const x = values[row]
      if (Number.isNaN(x)) continue
      // Before the first number the range is NaN.
      if (!(x >= minima[f])) minima[f] = x
      if (!(x <= maxima[f])) maxima[f] = x
    }
  })
  return { minima, maxima }
}
