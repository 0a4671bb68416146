/** The English texts of what goes on inside the layers. */
export const en = {
  inside: {
    view: 'What to show',
    views: { now: 'Now', times: 'Over time', table: 'Table' },
    timesAbout:
      'One look, at epoch {from}. | {count} looks from epoch {from} to {to}. They take at most 1 % of the time, and a tenth of a second.',
    moment: 'Moment',
    epoch: 'epoch {epoch}',
    few: 'few',
    many: 'many',
    legend: 'The stronger the colour, the more of the numbers',
    stripLabel: '{label} over time, from {from} to {to}; deviation {first} at first, {last} at last',
    lineLabel: '{label} over time: {first} at first, {last} at last',
    allWeights: 'All weights',
    weightPicture: 'Incoming weights as a picture: a dark pixel adds to the sum where it is blue, and takes from it where it is orange',
    tab: 'Inside',
    about: 'The first mini-batch ({rows} rows) with the weights of epoch {epoch}; the next step has learning rate {rate}.',
    table: 'What goes on in each layer',
    layer: 'Layer',
    weights: 'Weights W',
    gradients: 'Gradients dL/dW',
    activations: 'Activations a',
    gradientNorm: 'Gradient norm',
    gradientNormTitle: '‖dL/dW, dL/db‖ of the layer, before clipping',
    updateRatio: 'Update : weight',
    updateRatioTitle: '‖ΔW‖ / ‖W‖ of the next step; about 1e-3 is healthy',
    dead: 'Dead',
    deadTitle: 'Units whose slope is 0 for every row: no gradient reaches their weights',
    saturated: 'Saturated',
    saturatedTitle: 'Activations of sigmoid or tanh at an end of their range, where the slope is below a twentieth of the steepest',
    spread: 'mean {mean} ± {deviation}',
    notFinite: '{count} not finite',
    units: '{count} units'
  }
} as const
