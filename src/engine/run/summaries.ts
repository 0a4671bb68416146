import { summarizeColumn, type Prepared } from '#core'
import type { DataSummary, PreparedSummary } from '#shared/contract'
import type { OpenedData } from '../data/dataset-loader'

/** The summary of a loaded table, as the page shows it. */
export function summarizeData({ origin, name, toy, sha256, table, reading }: OpenedData): DataSummary {
  return {
    origin,
    name,
    ...(toy ? { toy } : {}),
    sha256,
    rows: table.rows,
    columns: table.columns.map(summarizeColumn),
    format: table.format,
    ...(reading ? { reading } : {}),
    notes: table.notes
  }
}

/** The summary of prepared data, as the page shows it. */
export function summarizePrepared(prepared: Prepared): PreparedSummary {
  const { train, validation, test, droppedRows, inputs, classCounts, labelCounts, loss, notes } = prepared
  return {
    trainRows: train.lines.length,
    validationRows: validation.lines.length,
    testRows: test.lines.length,
    droppedRows,
    inputs,
    ...(classCounts ? { classes: classCounts } : {}),
    ...(classCounts && 'classWeights' in loss && loss.classWeights ? { classWeights: loss.classWeights } : {}),
    ...(labelCounts ? { labels: labelCounts } : {}),
    notes
  }
}
