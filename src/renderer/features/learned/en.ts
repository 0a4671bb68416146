/** The English texts of what the network has learned. */
export const en = {
  learned: {
    title: 'What it learned',
    view: 'Show',
    views: { plane: 'Regions', surface: 'Surface', fit: 'Fit', hidden: 'Hidden' },
    viewTitles: {
      plane: 'Predicted class over two features',
      surface: 'Predicted value over two features',
      fit: 'Predicted and true value of each row',
      hidden: 'Rows in the space of two hidden units'
    },
    x: 'x axis',
    y: 'y axis',
    target: 'Target',
    layer: 'Hidden layer',
    layerShort: 'Layer {layer}',
    unit: 'unit {number}',
    held: 'Fixed',
    heldTitle: 'Fixed values of the other features',
    heldIntro: 'The other features are fixed at the mean of the training rows, or at what you enter here.',
    reset: 'Reset to the means',
    trueValue: 'true',
    predicted: 'predicted',
    regionsAre: 'Over {x} and {y}, the network predicts: {shares}.',
    heldAt: 'Fixed at: {values}.',
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
