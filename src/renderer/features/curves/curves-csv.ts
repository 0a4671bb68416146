import { chartCsv } from '../../charts/chart-csv'
import { keptAt } from './kept-runs'
import type { CurvePane, KeptCurve } from './chart-series'

/** The curves of several charts as one table: those of the run, then those of the runs beside it, by their places. */
export function curvesCsv(panes: readonly CurvePane[]): string {
  const own = panes.flatMap(({ kind, series }) =>
    series.map(({ name, values }) => ({ name: name === 'rate' ? 'learning_rate' : `${name}_${kind}`, values: values() }))
  )
  const kept = panes.flatMap(({ kind, kept: runs }) =>
    runs.map((run) => ({ name: `run${run.place}_${run.side}_${kind}`, values: everyEpoch(run) }))
  )
  return chartCsv([...own, ...kept])
}

/** A number for each epoch, NaN for those that were not kept. */
function everyEpoch(curve: KeptCurve): Float64Array {
  const last = curve.epochs.at(-1) ?? -1
  return Float64Array.from({ length: last + 1 }, (_, epoch) => keptAt(curve, epoch))
}
