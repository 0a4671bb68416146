import { verdicts, type Verdict } from '#core'
import type { CheckReport } from '#shared/contract'

export interface Row {
  readonly tensor?: number
  readonly row?: number
  readonly column?: number
  readonly relative?: number
  readonly verdict?: Verdict
}

/** A gradient check with the given rows of the tensors W1 and b1; what the window does not look at is left out. */
export function checkReport(rows: readonly Row[], more: Partial<CheckReport> = {}): CheckReport {
  const numbers = (value: (row: Row, index: number) => number) => Float64Array.from(rows, value)
  const tensor = {
    shape: [1, 1],
    checked: 0,
    passed: 0,
    failed: 0,
    kinks: 0,
    tooSmall: 0,
    unreliable: 0,
    worstRelative: 0,
    largestAnalytic: 0,
    outlier: 'none'
  }
  const report = {
    epsilon: 1e-5,
    loss: 0.5,
    batchRows: 16,
    epoch: 3,
    seconds: 0.1,
    checked: rows.length,
    passed: rows.length,
    failed: 0,
    kinks: 0,
    tooSmall: 0,
    unreliable: 0,
    worstRelative: 0,
    preset: 'strict',
    acceptedBy: { strict: rows.length, notes: rows.length, cs231n: rows.length, pytorch: rows.length },
    scope: 'all',
    planted: null,
    isWrong: false,
    directions: [],
    tensors: [
      { ...tensor, name: 'W1' },
      { ...tensor, name: 'b1' }
    ],
    tensor: Uint16Array.from(rows, (row) => row.tensor ?? 0),
    row: Int32Array.from(rows, (row, index) => row.row ?? index),
    column: Int32Array.from(rows, (row) => row.column ?? 0),
    value: numbers((_, index) => index),
    analytic: numbers((_, index) => -index),
    numeric: numbers((_, index) => -index),
    absolute: numbers((row) => row.relative ?? 0),
    relative: numbers((row) => row.relative ?? 0),
    error: numbers((row) => row.relative ?? 0),
    verdict: Uint8Array.from(rows, (row) => verdicts.indexOf(row.verdict ?? 'excellent')),
    ...more
  }
  return report as unknown as CheckReport
}
