/** The English texts of predictions. */
export const en = {
  predict: {
    tab: 'Predict',
    sample: 'Sample',
    ways: { row: 'A row', typed: 'Typed in' },
    way: 'Where the sample comes from',
    side: 'Rows',
    row: 'Row {number} of {total}',
    rowNumber: 'Number of the row',
    previous: 'Previous row',
    next: 'Next row',
    line: 'Line {line} of the file',
    truth: 'Truth',
    answer: 'Prediction',
    right: 'right',
    wrong: 'wrong',
    path: 'Path of the numbers',
    pathHint: 'Press a unit to see the sum that makes it.',
    inputs: 'Inputs',
    layerOf: 'Layer {layer} · {activation}',
    unit: 'Unit',
    showAll: 'Show all',
    sum: 'Unit {unit} of layer {layer}',
    others: 'The last number before the bias stands for one other term. | The last number before the bias stands for {count} other terms.',
    term: 'From',
    weight: 'w',
    value: 'x',
    product: 'w · x',
    bias: 'bias b',
    before: 'unit {unit} of layer {layer}',
    epoch: 'Weights of epoch {epoch}'
  }
} as const
