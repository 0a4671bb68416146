/** The English texts of what the network has learned. */
export const en = {
  learned: {
    title: 'What it learned',
    view: 'What to show',
    views: { plane: 'Regions', surface: 'Surface', fit: 'Fit', hidden: 'Hidden' },
    viewTitles: {
      plane: 'Which class it decides on, over two features',
      surface: 'What it predicts, over two features',
      fit: 'What it predicts for each row, beside the true value',
      hidden: 'Rows as two hidden units see them'
    },
    x: 'Across',
    y: 'Up',
    target: 'Target',
    layer: 'Hidden layer',
    layerShort: 'Layer {layer}',
    unit: 'unit {number}',
    held: 'Held',
    heldTitle: 'Values that the other features are held at',
    heldIntro: 'The other features are held at the mean of the training rows, or at what you say here.',
    reset: 'Back to the means',
    trueValue: 'true',
    predicted: 'predicted',
    regionsAre: 'Over {x} and {y}, the network decides on: {shares}.',
    heldAt: 'Held at: {values}.',
    part: '{count} of {rows} rows',
    surfaceIs: 'Over {x} and {y}, it predicts from {low} to {high}.',
    curveIs: 'Over {x}, it predicts from {low} to {high}.',
    fitIs: 'Predicted against true values. The mean absolute residual of the rows shown is {mean}.',
    hiddenIs: 'Rows by the activations of {x} and {y} in layer {layer}.',
    line: 'Line {line}, {side} row',
    truth: 'true: {name}',
    picture: 'The row as a picture',
    close: 'Close',
    residual: 'residual {value}'
  }
} as const
