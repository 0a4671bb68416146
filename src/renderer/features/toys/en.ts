/** The English texts of the toy data sets. */
export const en = {
  toys: {
    group: 'Toy data sets',
    tab: 'Points',
    names: {
      xor: 'XOR',
      circles: 'Circles',
      moons: 'Moons',
      spirals: 'Spirals',
      blobs: 'Blobs',
      checkerboard: 'Checkerboard',
      sine: 'Sine curve',
      step: 'Step',
      line: 'Noisy line'
    },
    about: {
      xor: 'A where x and y have the same sign, B where they differ. No straight line parts them.',
      circles: 'A on a circle of radius 1, B on one inside it.',
      moons: 'A (cos θ, sin θ), B (1 − cos θ, ½ − sin θ), θ from 0 to π.',
      spirals: 'One arm a class: radius r from 0.1 to 1, angle 2π (turns · r + arm / arms).',
      blobs: 'Normal clouds about centres on the unit circle; the noise is their deviation.',
      checkerboard: 'Cells over [−1, 1)², A and B in turn.',
      sine: 'y = sin(π · periods · x), x from −1 to 1. The noise is in y.',
      step: 'y = height from x = 0 on, before it 0. The noise is in y.',
      line: 'y = slope · x + intercept, x from −1 to 1. The noise is in y.'
    },
    knobs: {
      size: 'Points',
      noise: 'Noise',
      seed: 'Seed',
      factor: 'Inner radius',
      arms: 'Arms',
      turns: 'Turns',
      blobs: 'Blobs',
      cells: 'Cells a side',
      periods: 'Periods',
      height: 'Height',
      slope: 'Slope',
      intercept: 'Intercept'
    },
    knobsOf: 'Knobs of {name}',
    view: 'Show points as',
    views: { plane: 'Plane', table: 'Table' },
    mode: 'What the pointer does',
    modes: { draw: 'Draw', erase: 'Erase' },
    hints: { draw: 'Click to add a point, drag to move one', erase: 'Go over points with the button held down' },
    newClass: 'Class of new points',
    newClassTitle: 'New points are of class {label}',
    plane:
      'One point on the plane. To edit it by keyboard, show it as a table. | {count} points on the plane. To edit them by keyboard, show them as a table.',
    count: '{count} point | {count} points',
    edited: 'Points were changed by hand: the knobs no longer tell all.',
    makeAnew: 'Make anew',
    makeAnewTitle: 'Make the points by the knobs again',
    save: 'Save CSV…',
    saveTitle: 'Save the points, the very bytes that are trained on',
    table: 'Points',
    number: 'No.',
    class: 'Class',
    classOf: 'Class of point {number}',
    coordinate: '{axis} of point {number}',
    erase: 'Erase',
    erasePoint: 'Erase point {number}',
    new: 'New',
    newPoint: 'New point',
    newCoordinate: '{axis} of the new point',
    add: 'Add',
    anew: {
      title: 'Discard the points changed by hand?',
      body: 'What was added, moved or erased by hand will be lost. To keep it, save the points as CSV first.',
      ok: 'Discard',
      cancel: 'Keep the points'
    }
  }
} as const
