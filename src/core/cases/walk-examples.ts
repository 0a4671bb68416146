import type { Json } from '../formats/json'
import type { WalkProblem } from '../walk/record/context'
import type { NotationName } from '../walk/record/symbols'
import { CaseField } from './reader'
import { walkProblem } from './walk-case'

/**
 * The small networks of the course notes, each with a mini-batch: two layers with softmax (000), weighted binary cross-entropy (001), three
 * layers without biases (002), one affine layer with the hinge loss (003), two targets with the mean squared error (004).
 */
const cases = {
  'note-000': {
    network: {
      inputs: 2,
      layers: [
        { units: 3, activation: 'relu' },
        { units: 2, activation: 'linear' }
      ]
    },
    loss: { kind: 'softmax-cross-entropy' },
    regularization: { l1: 0, l2: 0.1 },
    parameters: [
      {
        W: [
          [0.2, -0.4, 0.6],
          [0.5, 0.3, -0.1]
        ],
        b: [0.1, -0.2, 0.05]
      },
      {
        W: [
          [0.7, -0.3],
          [-0.5, 0.4],
          [0.2, 0.9]
        ],
        b: [0.1, -0.1]
      }
    ],
    X: [
      [1, -2],
      [0.5, 1.5]
    ],
    y: [0, 1],
    optimizer: { kind: 'sgd', learningRate: 0.5 }
  },
  'note-001': {
    network: {
      inputs: 2,
      layers: [
        { units: 2, activation: 'relu' },
        { units: 1, activation: 'sigmoid' }
      ]
    },
    loss: { kind: 'binary-cross-entropy', positiveWeight: 3 },
    regularization: { l1: 0, l2: 0 },
    parameters: [
      {
        W: [
          [0.3, -0.2],
          [0.4, 0.1]
        ],
        b: [0, 0.1]
      },
      { W: [[0.8], [-0.6]], b: [0.05] }
    ],
    X: [
      [1, 2],
      [-1, 0.5],
      [1.5, -1]
    ],
    y: [[1], [0], [1]],
    optimizer: { kind: 'sgd', learningRate: 0.1 }
  },
  'note-002': {
    network: {
      inputs: 3,
      bias: false,
      layers: [
        { units: 4, activation: 'relu' },
        { units: 2, activation: 'tanh' },
        { units: 3, activation: 'linear' }
      ]
    },
    loss: { kind: 'softmax-cross-entropy', reduction: 'sum' },
    regularization: { l1: 0, l2: 0 },
    parameters: [
      {
        W: [
          [0.5, -0.5, 0, 1],
          [1, 0.25, -1, 0.5],
          [-0.25, 0.5, 0.5, -1]
        ]
      },
      {
        W: [
          [1, -0.5],
          [0.5, 1],
          [-1, 0.5],
          [0.25, -0.75]
        ]
      },
      {
        W: [
          [1, -1, 0.5],
          [-0.5, 0.5, 1]
        ]
      }
    ],
    X: [
      [1, -1, 2],
      [0, 1, 1]
    ],
    y: [2, 0],
    optimizer: { kind: 'sgd', learningRate: 0.1 }
  },
  'note-003': {
    network: { inputs: 2, bias: false, layers: [{ units: 3, activation: 'linear' }] },
    loss: { kind: 'multiclass-hinge', margin: 1 },
    regularization: { l1: 0, l2: 0 },
    parameters: [
      {
        W: [
          [0.25, 0.5, 0.25],
          [0.5, 0.25, 0.75]
        ]
      }
    ],
    X: [[2, 1]],
    y: [0],
    optimizer: { kind: 'sgd', learningRate: 0.1 }
  },
  'note-004': {
    network: {
      inputs: 2,
      layers: [
        { units: 3, activation: 'tanh' },
        { units: 2, activation: 'linear' }
      ]
    },
    loss: { kind: 'mean-squared-error' },
    regularization: { l1: 0, l2: 0 },
    parameters: [
      {
        W: [
          [0.5, 1, -0.5],
          [-1, 0.25, 0.5]
        ],
        b: [0.1, -0.2, 0.3]
      },
      {
        W: [
          [1, 0.5],
          [-0.5, 1],
          [0.25, -1]
        ],
        b: [0.2, -0.1]
      }
    ],
    X: [
      [1, 0.5],
      [0, -1],
      [-1, 1],
      [2, 0]
    ],
    y: [
      [1, 0],
      [0, 1],
      [-1, 0.5],
      [0.5, -1]
    ],
    optimizer: { kind: 'sgd', learningRate: 0.1 }
  }
} satisfies Readonly<Record<string, Json>>

export type WalkExampleName = keyof typeof cases
export const walkExampleNames = Object.keys(cases) as WalkExampleName[]

/** The notation of the note that an example is from. */
export const walkExampleNotations: Readonly<Record<WalkExampleName, NotationName>> = {
  'note-000': '000',
  'note-001': '001',
  'note-002': '002',
  'note-003': 'app',
  'note-004': 'app'
}

/** The step of plain gradient descent that an example takes, in float64. */
export function walkExample(name: WalkExampleName): WalkProblem {
  return walkProblem(new CaseField(cases[name], name))
}
