/** The English texts of what goes on inside the layers. */
export const en = {
  inside: {
    view: 'Show',
    views: { now: 'Current', times: 'Over time', table: 'Table' },
    timesAbout:
      'One snapshot, at epoch {from}. | {count} snapshots from epoch {from} to {to}; recording takes at most 1 % of the time plus 0.1 s.',
    moment: 'Epoch',
    epoch: 'epoch {epoch}',
    few: 'few',
    many: 'many',
    legend: 'Stronger colour: more values',
    stripLabel: '{label} over time, from {from} to {to}; standard deviation {first} at first, {last} at last',
    lineLabel: '{label} over time: {first} at first, {last} at last',
    allWeights: 'All weights',
    weightPicture: 'Incoming weights as a picture: a dark pixel increases the sum where it is blue and decreases it where it is orange',
    tab: 'Layers',
    about: 'The first mini-batch ({rows} rows) with the weights of epoch {epoch}; the next step has learning rate {rate}.',
    table: 'Figures of each layer',
    layer: 'Layer',
    weights: 'Weights W',
    gradients: 'Gradients dL/dW',
    activations: 'Activations a',
    gradientNorm: 'Gradient norm',
    gradientNormTitle: '‖dL/dW, dL/db‖ of the layer, before clipping',
    updateRatio: 'Update : weight',
    updateRatioTitle: '‖ΔW‖ / ‖W‖ of the next step; about 1e-3 is healthy',
    dead: 'Dead',
    deadTitle: 'Units whose slope is 0 on every row: no gradient reaches their weights',
    saturated: 'Saturated',
    saturatedTitle: 'Activations of sigmoid or tanh whose slope is less than 1/20 of the maximum slope',
    spread: 'mean {mean} ± {deviation}',
    notFinite: '{count} not finite',
    units: '{count} units'
  }
} as const
