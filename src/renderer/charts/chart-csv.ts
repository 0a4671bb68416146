import { csvText } from '#core'

/** Curves as CSV: the epoch, then one column a curve, every digit; a field is empty where an epoch was not evaluated. */
export function chartCsv(curves: readonly { readonly name: string; readonly values: Float64Array }[]): string {
  const length = curves.reduce((most, { values }) => Math.max(most, values.length), 0)
  const rows = Array.from({ length }, (_, epoch) => [epoch, ...curves.map(({ values }) => values[epoch] ?? null)])
  return csvText(['epoch', ...curves.map(({ name }) => name)], rows)
}
