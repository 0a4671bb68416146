/** The English texts of predictions. */
export const en = {
  predict: {
    tab: 'Predict',
    sample: 'Sample',
    ways: { row: 'From the data', typed: 'Enter values' },
    way: 'Source of the sample',
    side: 'Rows',
    row: 'Row {number} of {total}',
    rowNumber: 'Row number',
    previous: 'Previous row',
    next: 'Next row',
    line: 'Line {line} of the file',
    truth: 'Actual',
    answer: 'Prediction',
    right: 'correct',
    wrong: 'wrong',
    path: 'Forward pass step by step',
    pathHint: 'Click a unit to see its weighted sum.',
    inputs: 'Inputs',
    layerOf: 'Layer {layer} · {activation}',
    unit: 'Unit',
    showAll: 'Show all',
    sum: 'Unit {unit} of layer {layer}',
    others:
      'The last number before the bias is the sum of one other term. | The last number before the bias is the sum of {count} other terms.',
    before: 'unit {unit} of layer {layer}',
    epoch: 'Weights of epoch {epoch}',
    range: 'in training: {minimum} to {maximum}',
    categories: '{count} known category | {count} known categories',
    noteOn: '{name}: {note}',
    notes: {
      farOutside: 'far outside the training data; the network only extrapolates',
      unseenCategory: 'not seen in training; all its inputs are 0',
      unseenOrdinal: 'not seen in training; counts as −1',
      otherSpelling: 'read as “{category}”',
      filled: 'missing; filled with {value}'
    }
  }
} as const
