import { walkProgram } from '#core'
import type { Subjects } from '../handover/useHandover'
import type { ShownWalk } from './walk-source'
import type { TensorNumbers } from './tensor-numbers'

/** With more numbers than this no drawing can be read. */
const MOST_NUMBERS = 2000

function rowsOf({ rows, columns, at }: TensorNumbers): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_one, column) => at(row, column) ?? 0))
}

/** The forward pass of a walk for the page of graphs; null where it is too large, or cannot be written as a program. */
export function programOf(walk: Pick<ShownWalk, 'network' | 'objective' | 'batch' | 'tensors' | 'tensor'>): Subjects['graph'] | null {
  const { network, objective, batch, tensors } = walk
  const dropped = new Set(tensors.flatMap(({ id }) => (/^M\d+$/.test(id) ? [Number(id.slice(1))] : [])))
  const program = walkProgram({ network, objective, size: batch.size, dropped })
  if (!program) return null
  // Classes stand in the walk as a one-hot matrix.
  const needed = program.inputs.map((name) => [name, tensors.find(({ id }) => id === (name === 'y' ? 'Y' : name))] as const)
  const count = needed.reduce((sum, [, view]) => sum + (view?.values?.length ?? Infinity), 0)
  if (count > MOST_NUMBERS) return null
  const inputs: Record<string, number[][]> = {}
  for (const [name, view] of needed) {
    const numbers = view && walk.tensor(view.id)
    if (!numbers) return null
    const rows = rowsOf(numbers)
    inputs[name] = name === 'y' ? rows.map((row) => [row.indexOf(1)]) : rows
  }
  return { text: program.text, inputs }
}
