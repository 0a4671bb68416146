import { lessonCaseNames } from '../lab/lesson-cases'

/** The tensors that a path can name; of the layers those with a number behind. */
const layerTensors = ['W', 'b', 'Z', 'A', 'dW', 'db', 'dZ', 'dA'] as const
export type LayerTensor = (typeof layerTensors)[number]

/** The ways to make one number of several. */
const folds = ['sum', 'mean', 'min', 'max'] as const
export type Fold = (typeof folds)[number]

/** A number of the engine, such as `L000.dW1[0,2]`. */
export interface EnginePath {
  /** A worked example; null for the student's own network at its first step. */
  readonly lesson: string | null
  readonly quantity: 'loss' | 'X' | 'P' | { readonly tensor: LayerTensor; readonly layer: number }
  /** A row and a column from 0, a row alone, or all; of a bias and its gradient the element alone. */
  readonly index: readonly number[]
  readonly fold: Fold | null
}

/** The form, for the sentence about a path that has another. */
export const enginePathForm = 'engine L000.loss | engine L000.dW1[0,2] | engine dZ2[0].sum | engine check.b2.sum'

const PATH = new RegExp(
  `^(?:(${['check', ...lessonCaseNames].join('|')})\\.)?(loss|X|P|(?:${layerTensors.join('|')})[1-9]\\d?)(?:\\[(\\d{1,6})(?:,(\\d{1,6}))?\\])?(?:\\.(${folds.join('|')}))?$`
)

/**
 * Parses the path of a number that the engine computes: the worked example (without one the student's own network and first mini-batch), the
 * quantity, an index from 0, and a fold:
 *
 *   [LESSON.] loss | X | P | Wn bn Zn An dWn dbn dZn dAn  [row] [row,column]  .sum .mean .min .max
 *
 * P are the probabilities of a softmax, dXn = ∂loss/∂Xn with the regularizer and with the 1/N of a mean. `check.W1` is `dW1` of the own
 * network, as the gradient check names it. Null where a text is no path.
 */
export function parseEnginePath(text: string): EnginePath | null {
  const [, place = null, name, row, column, fold = null] = PATH.exec(text) ?? []
  if (name === undefined) return null
  const isCheck = place === 'check'
  const quantity = isCheck ? checked(name) : quantityOf(name)
  if (quantity === null) return null
  const index = [row, column].filter((part) => part !== undefined).map(Number)
  return { lesson: isCheck ? null : place, quantity, index, fold: folds.find((one) => one === fold) ?? null }
}

function quantityOf(name: string): EnginePath['quantity'] {
  if (name === 'loss' || name === 'X' || name === 'P') return name
  const [, tensor, layer] = /^(\D+)(\d+)$/.exec(name) ?? []
  return { tensor: tensor as LayerTensor, layer: Number(layer) }
}

/** The gradient check names gradients by their parameters. */
function checked(name: string): EnginePath['quantity'] | null {
  return /^[Wb]\d+$/.test(name) ? quantityOf(`d${name}`) : null
}
