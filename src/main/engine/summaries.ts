import { cellText, summarizeColumn, type Prepared } from '#core'
import type { DataSummary, PreparedSummary } from '#shared/contract'
import type { LoadedData } from '../../node/data-file'

/** How many rows the page shows of a table. */
const PREVIEW_ROWS = 50

/** What the page shows of a loaded table. */
export function summarizeData({ origin, name, toy, sha256, table }: LoadedData): DataSummary {
  const shown = Math.min(PREVIEW_ROWS, table.rows)
  return {
    origin,
    name,
    ...(toy ? { toy } : {}),
    sha256,
    rows: table.rows,
    columns: table.columns.map(summarizeColumn),
    preview: {
      lines: Array.from(table.lines.subarray(0, shown)),
      rows: Array.from({ length: shown }, (_, row) => table.columns.map((column) => cellText(column, row)))
    },
    notes: table.notes
  }
}

/** What the page shows of prepared data. */
export function summarizePrepared({ train, test, droppedRows, inputs, classCounts, pipeline, notes }: Prepared): PreparedSummary {
  const [target] = pipeline.targets
  return {
    trainRows: train.lines.length,
    testRows: test.lines.length,
    droppedRows,
    inputs,
    ...(classCounts ? { classes: classCounts } : {}),
    ...(target.kind === 'number' ? { targetScaling: { mean: target.mean, scale: target.scale } } : {}),
    notes
  }
}

