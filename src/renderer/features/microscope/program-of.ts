import { walkProgram } from '#core'
import type { Subjects } from '../handover/useHandover'
import type { ShownWalk } from './walk-source'
import type { TensorNumbers } from './tensor-numbers'

/** With more numbers than this no drawing can be read. */
const MOST_NUMBERS = 2000

function rowsOf({ rows, columns, at }: TensorNumbers): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_one, column) => at(row, column) ?? 0))
}

type ProgramWalk = Pick<ShownWalk, 'network' | 'objective' | 'batch' | 'tensors' | 'tensor'>

/**
 * The class of each row: where Y, one-hot, is 1. The hinge loss has no Y; there the right class is the one whose margin is above 0 and yet
 * does not count. Null where the numbers are not all there.
 */
function classesOf({ objective, tensor }: ProgramWalk): number[][] | null {
  if (objective.loss.kind !== 'multiclass-hinge') {
    const Y = tensor('Y')
    return Y ? rowsOf(Y).map((row) => [row.indexOf(1)]) : null
  }
  const [margins, counted] = [tensor('T'), tensor('H')]
  if (!margins || !counted) return null
  const counts = rowsOf(counted)
  return rowsOf(margins).map((row, i) => [row.findIndex((margin, j) => margin > 0 && counts[i][j] === 0)])
}

/** The forward pass of a walk for the page of graphs; null where it is too large. */
export function programOf(walk: ProgramWalk): Subjects['graph'] | null {
  const { network, objective, batch, tensors } = walk
  const dropped = new Set(tensors.flatMap(({ id }) => (/^M\d+$/.test(id) ? [Number(id.slice(1))] : [])))
  const program = walkProgram({ network, objective, size: batch.size, dropped })
  const isWhole = (id: string) => tensors.some((view) => view.id === id && view.values !== null)
  const inputs: Record<string, number[][]> = {}
  let count = 0
  for (const name of program.inputs) {
    const numbers = walk.tensor(name)
    const rows = name === 'y' ? classesOf(walk) : numbers && isWhole(name) ? rowsOf(numbers) : null
    if (!rows) return null
    count += rows.length * rows[0].length
    inputs[name] = rows
  }
  return count > MOST_NUMBERS ? null : { text: program.text, inputs }
}
