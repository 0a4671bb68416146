import { columnType, type ColumnType } from './column-type'
import { countDistinct, finiteValues } from './columns'
import { momentsOf } from './statistics'
import type { Column } from './table'

/** What a column holds, in a few figures. */
export interface ColumnSummary {
  readonly name: string
  readonly kind: 'number' | 'text'
  readonly type: ColumnType
  /** How many cells are missing. */
  readonly missing: number
  /** How many different values there are, the missing ones apart. */
  readonly distinct: number
  /** Of numbers, where at least one is finite. */
  readonly minimum?: number
  readonly maximum?: number
  readonly mean?: number
  /** The population deviation. */
  readonly deviation?: number
}

/** A column in a few figures; cells that are no finite numbers do not take part in those of a number column. */
export function summarizeColumn(column: Column): ColumnSummary {
  const figures = {
    name: column.name,
    kind: column.kind,
    type: columnType(column),
    missing: column.missing.reduce((sum, flag) => sum + flag, 0),
    distinct: countDistinct(column)
  }
  const numbers = column.kind === 'number' ? finiteValues(column) : new Float64Array(0)
  return numbers.length > 0 ? { ...figures, ...momentsOf(numbers) } : figures
}
