import type { GradientCheckReport } from '../check/report'
import { verdicts } from '../check/verdict'
import { csvText, type CsvCell } from './csv'

const header = ['tensor', 'row', 'column', 'value', 'analytic', 'numeric', 'absolute', 'relative', 'verdict']

/** Writes a gradient check as CSV, one line for each parameter; indices count from 0, and a bias has no column. */
export function gradientCheckCsv(report: GradientCheckReport): string {
  const rows = Array.from({ length: report.checked }, (_, p): CsvCell[] => [
    report.tensors[report.tensor[p]].name,
    report.row[p],
    report.column[p] < 0 ? null : report.column[p],
    report.value[p],
    report.analytic[p],
    report.numeric[p],
    report.absolute[p],
    report.relative[p],
    verdicts[report.verdict[p]]
  ])
  return csvText(header, rows)
}
