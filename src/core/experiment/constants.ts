import { byCodePoint } from '../data/code-point'
import { momentsOf } from '../data/statistics'
import { cellText, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import type { Labels } from './labels'
import { cellDetails, type FeatureConstants, type TargetConstants } from './pipeline'
import type { Scaling } from './settings'

/** Column, table and the rows of it that constants are taken from. */
export interface Sample {
  readonly table: Table
  readonly column: Column
  readonly rows: Int32Array
}

/** The constants of a feature. */
export function featureConstants(sample: Sample, scaling: Scaling): FeatureConstants {
  const { column, rows } = sample
  const { name, kind } = column
  if (kind === 'number') return { name, kind, ...scalingConstants(sample, scaling), categories: [] }
  const categories = new Set(Array.from(rows, (row) => cellText(column, row)))
  return { name, kind, mean: 0, scale: 1, categories: [...categories].sort(byCodePoint) }
}

/** The constants of the target; numbers are always standardised. */
export function targetConstants(sample: Sample, labels: Labels): TargetConstants {
  const { name } = sample.column
  return labels.kind === 'classes'
    ? { kind: 'classes', name, classes: labels.names }
    : { kind: 'number', name, ...scalingConstants(sample, 'standard') }
}

/**
 * What numbers are shifted and divided by; a spread of 0 counts as 1.
 * Throws: data, when the numbers lie too far apart for their spread to be a number.
 */
function scalingConstants({ table, column, rows }: Sample, scaling: Scaling): { mean: number; scale: number } {
  if (scaling === 'none') return { mean: 0, scale: 1 }
  const { mean, deviation, minimum, maximum } = momentsOf(Float64Array.from(rows, (row) => column.values[row]))
  const constants = scaling === 'standard' ? { mean, scale: deviation } : { mean: minimum, scale: maximum - minimum }
  if (!Number.isFinite(constants.scale)) {
    throw new LabError('data.out-of-range', cellDetails(table, column, column.values.indexOf(maximum)))
  }
  return { mean: constants.mean, scale: constants.scale || 1 }
}
