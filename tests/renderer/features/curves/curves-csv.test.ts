import { expect, it } from 'vitest'
import type { CurvePane } from '../../../../src/renderer/features/curves/chart-series'
import { curvesCsv } from '../../../../src/renderer/features/curves/curves-csv'

it('has the curves of the run, then those of the runs beside it, with every digit', () => {
  const pane: CurvePane = {
    kind: 'loss',
    heading: 'Loss',
    series: [
      { name: 'train', values: () => Float64Array.of(0.1 + 0.2, 2) },
      { name: 'validation', values: () => Float64Array.of(4, Number.NaN) }
    ],
    kept: [{ place: 2, name: '', side: 'test', epochs: Float64Array.of(0, 2), values: Float64Array.of(5, 6) }],
    batches: null,
    best: null
  }
  expect(curvesCsv([pane])).toBe('epoch,train_loss,validation_loss,run2_test_loss\n0,0.30000000000000004,4,5\n1,2,,\n2,,,6\n')
})
