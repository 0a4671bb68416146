import { verdicts, type GradientCheckReport } from '#core'
import { fullPrecision } from '../../i18n/format'

/** One row's place in its tensor: `[3, 7]`, or `[7]` for a bias. */
export function placeOf(report: GradientCheckReport, row: number): string {
  const column = report.column[row]
  return column < 0 ? `[${report.row[row]}]` : `[${report.row[row]}, ${column}]`
}

/** Rows of a gradient check as tab-separated text with full precision, header first: what spreadsheets paste. */
export function checkToTsv(report: GradientCheckReport, rows: Uint32Array): string {
  const lines = ['tensor\trow\tcolumn\tvalue\tanalytic\tnumeric\tabsolute\trelative\tverdict']
  for (const row of rows) {
    const numbers = [report.value, report.analytic, report.numeric, report.absolute, report.relative].map((column) =>
      fullPrecision(column[row])
    )
    const column = report.column[row]
    lines.push(
      [report.tensors[report.tensor[row]]?.name, report.row[row], column < 0 ? '' : column, ...numbers, verdicts[report.verdict[row]]].join(
        '\t'
      )
    )
  }
  return `${lines.join('\n')}\n`
}
