/** A curve of a chart: whose it is, and its numbers, one an epoch. */
export interface ChartSeries {
  readonly name: 'train' | 'test' | 'rate'
  readonly values: () => Float64Array
}
