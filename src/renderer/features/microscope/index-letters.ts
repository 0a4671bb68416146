import type { Step } from '#core'
import type { Place } from './arrangement'

/** The letters of the indices in a step's formula, with their values in one cell: `k = 0, j = 1`. */
export function indexValues({ id, shape }: Pick<Step, 'id' | 'shape'>, { row, column }: Place): string {
  const letters = /^dW/.test(id) ? ['k', 'j'] : /^d(?:X|\(?A\d)/.test(id) ? ['i', 'k'] : /^J\d/.test(id) ? ['j', 'k'] : ['i', 'j']
  const values = [row, column].flatMap((value, axis) => (shape[axis] > 1 ? [`${letters[axis]} = ${value}`] : []))
  return values.join(', ')
}
