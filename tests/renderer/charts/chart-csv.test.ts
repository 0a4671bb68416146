import { expect, it } from 'vitest'
import { chartCsv } from '../../../src/renderer/charts/chart-csv'

it('has a line an epoch with every digit, empty where there is no number', () => {
  const curves = [
    { name: 'train', values: Float64Array.of(0.1 + 0.2, Number.NaN, 1e-7) },
    { name: 'test', values: Float64Array.of(1) }
  ]
  expect(chartCsv(curves)).toBe('epoch,train,test\n0,0.30000000000000004,1\n1,,\n2,1e-7,\n')
})
