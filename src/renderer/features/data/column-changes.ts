import type { ColumnSummary } from '#core'

/** A column as another reading of its file has made it. */
export interface ColumnChange {
  readonly name: string
  readonly from: Pick<ColumnSummary, 'type' | 'missing' | 'distinct'>
  readonly to: Pick<ColumnSummary, 'type' | 'missing' | 'distinct'>
}

/** Returns the columns, by name, that are of another type, or have other numbers of missing or of distinct values, than before. */
export function columnChanges(before: readonly ColumnSummary[], after: readonly ColumnSummary[]): ColumnChange[] {
  const known = new Map(before.map((column) => [column.name, column]))
  return after.flatMap((to) => {
    const from = known.get(to.name)
    const isSame = !from || (from.type === to.type && from.missing === to.missing && from.distinct === to.distinct)
    return isSame ? [] : [{ name: to.name, from, to }]
  })
}
