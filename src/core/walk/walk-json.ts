import type { Json } from '../formats/json'
import { largestCell } from './markdown'
import { shownNumbers } from './record/recorder'
import type { WalkTensor } from './record/walk'
import type { Walk } from './walk-batch'
import { exactNumber, writtenText } from './record/written'

/** The walk as JSON: every step with its formulas, its numbers, and one of them written out in full digits; null where not finite. */
export function walkJson(walk: Walk): Json[] {
  return walk.steps.map(({ id, phase, layer, level, rule, shape, factors, formula, tex, code }) => {
    const tensor = walk.tensors.get(id)
    return {
      id,
      phase,
      layer,
      level,
      rule,
      shape: [...shape],
      factors: factors.map((factor) => ({ ...factor })),
      formula,
      tex: { ...tex },
      code: { ...code },
      value: tensor ? rowsOf(tensor) : [],
      ...exampleOf(walk, id, tensor)
    }
  })
}

function exampleOf(walk: Walk, step: string, tensor: WalkTensor | undefined): Record<string, Json> {
  const { row, column } = largestCell(tensor)
  const { value, written, difference } = walk.cell({ step, row, column })
  if (!Number.isFinite(value)) return {}
  const sum = writtenText(written, exactNumber)
  return { cell: { row, column, sum, value, ...(difference ? { difference: { ...difference } } : {}) } }
}

function rowsOf(tensor: WalkTensor): Json[] {
  const { rows, columns } = tensor.matrix
  const numbers = shownNumbers(tensor)
  return Array.from({ length: rows }, (_, i) =>
    Array.from(numbers.subarray(i * columns, (i + 1) * columns), (x) => (Number.isFinite(x) ? x : null))
  )
}
