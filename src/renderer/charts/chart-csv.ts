/** Curves as CSV: the epoch, then one column a curve, every digit; a field is empty where an epoch was not evaluated. */
export function chartCsv(curves: readonly { readonly name: string; readonly values: Float64Array }[]): string {
  const length = curves.reduce((most, { values }) => Math.max(most, values.length), 0)
  const lines = [['epoch', ...curves.map(({ name }) => name)].join(',')]
  for (let epoch = 0; epoch < length; epoch++) {
    lines.push([epoch, ...curves.map(({ values }) => text(values[epoch]))].join(','))
  }
  return `${lines.join('\n')}\n`
}

function text(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value)
}
