import { passes, verdicts, type GradientCheckReport, type Verdict } from '#core'

export const checkColumns = ['tensor', 'index', 'value', 'analytic', 'numeric', 'absolute', 'relative', 'error', 'verdict'] as const
export type CheckColumn = (typeof checkColumns)[number]

export interface CheckSort {
  readonly column: CheckColumn
  readonly descending: boolean
}

/**
 * Which rows are shown: of one tensor (its index) or all, of one verdict, only what needs a look (`attention`), or all.
 */
export interface CheckFilter {
  readonly tensor: number | null
  readonly verdict: Verdict | 'attention' | null
}

/**
 * The order in which the rows of a gradient check are shown: indices into its columns. Only this array is sorted, never
 * 100,000 objects. Rows that compare equal keep the order of the file; numbers that are not finite come last either
 * way.
 */
export function checkOrder(report: GradientCheckReport, filter: CheckFilter, sort: CheckSort): Uint32Array {
  const kept = new Uint32Array(report.checked)
  let count = 0
  const shown = verdicts.map((verdict) => verdictIsShown(verdict, filter.verdict))
  for (let row = 0; row < report.tensor.length; row++) {
    if (filter.tensor !== null && report.tensor[row] !== filter.tensor) continue
    if (shown[report.verdict[row]]) kept[count++] = row
  }
  return sorted(kept.subarray(0, count), report, sort)
}

/** The order of the verdicts by their need of a look. */
const severity: Readonly<Record<Verdict, number>> = {
  excellent: 0,
  pass: 1,
  'epsilon-too-large': 2,
  kink: 3,
  'too-small': 4,
  unreliable: 5,
  suspicious: 6,
  'probably-wrong': 7,
  wrong: 8
}

function verdictIsShown(verdict: Verdict, wanted: CheckFilter['verdict']): boolean {
  if (wanted === null) return true
  // What was not judged and an ε too large are no faults, but they are what one wants to see.
  return wanted === 'attention' ? !passes(verdict) || verdict === 'epsilon-too-large' : verdict === wanted
}

function sorted(rows: Uint32Array, report: GradientCheckReport, { column, descending }: CheckSort): Uint32Array {
  // The file's own order is by tensor, then row, then column: two of the sorts are free.
  if (column === 'tensor' || column === 'index') {
    return column === 'tensor' && !descending ? rows : rows.sort(byPlace(report, column, descending))
  }
  const keys = column === 'verdict' ? Array.from(report.verdict, (verdict) => severity[verdicts[verdict]]) : report[column]
  const sign = descending ? -1 : 1
  return rows.sort((a, b) => compareKeys(keys[a], keys[b], sign) || a - b)
}

function byPlace(report: GradientCheckReport, column: 'tensor' | 'index', descending: boolean): (a: number, b: number) => number {
  const sign = descending ? -1 : 1
  if (column === 'tensor') return (a, b) => sign * (report.tensor[a] - report.tensor[b]) || a - b
  return (a, b) => sign * (report.row[a] - report.row[b] || report.column[a] - report.column[b]) || a - b
}

function compareKeys(a: number, b: number, sign: number): number {
  const finiteA = Number.isFinite(a)
  const finiteB = Number.isFinite(b)
  if (finiteA && finiteB) return sign * (a - b)
  return finiteA === finiteB ? 0 : finiteA ? -1 : 1
}
