/** The English texts of the toy data sets. */
export const en = {
  toys: {
    group: 'Toy datasets',
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
      xor: 'A where x and y have the same sign, B where they differ. No straight line separates them.',
      circles: 'A on a circle of radius 1, B on one inside it.',
      moons: 'A (cos θ, sin θ), B (1 − cos θ, ½ − sin θ), θ from 0 to π.',
      spirals: 'One arm per class: radius r from 0.1 to 1, angle 2π (turns · r + arm / arms).',
      blobs: 'Gaussian clusters on the unit circle; noise is their standard deviation.',
      checkerboard: 'Cells over [−1, 1)², A and B alternating.',
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
      blobs: 'Clusters',
      cells: 'Cells per side',
      periods: 'Periods',
      height: 'Height',
      slope: 'Slope',
      intercept: 'Intercept'
    },
    knobsOf: 'Parameters of {name}',
    view: 'Show points as',
    views: { plane: 'Plane', table: 'Table' },
    mode: 'What the pointer does',
    modes: { draw: 'Draw', erase: 'Erase' },
    hints: { draw: 'Click to add a point, drag to move one', erase: 'Drag over points to erase them' },
    newClass: 'Class of new points',
    newClassTitle: 'New points are of class {label}',
    plane:
      'One point on the plane. To edit it by keyboard, show it as a table. | {count} points on the plane. To edit them by keyboard, show them as a table.',
    count: '{count} point | {count} points',
    edited: 'Points were edited by hand; the parameters no longer describe them.',
    makeAnew: 'Regenerate',
    makeAnewTitle: 'Regenerate the points from the parameters',
    save: 'Save CSV…',
    saveTitle: 'Save the points exactly as trained on',
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
      title: 'Discard the points edited by hand?',
      body: 'What was added, moved or erased by hand will be lost. To keep it, save the points as CSV first.',
      ok: 'Discard',
      cancel: 'Keep the points'
    }
  }
} as const
