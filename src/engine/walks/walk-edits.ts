import { copy, copyParameters, type Matrix, type Targets, type WalkProblem } from '#core'
import type { WalkEdit } from '#shared/contract'
import { noSuch } from './walk-source'

/**
 * The problem with given numbers replaced: in X, W1, b1 …, in the dropout masks M1 …, and in the targets Y, where of a class the one that
 * gets 1 becomes the row's class.
 * Throws: request, for a number that is not there or cannot be replaced.
 */
export function editedProblem(problem: WalkProblem, edits: readonly WalkEdit[]): WalkProblem {
  if (edits.length === 0) return problem
  const edited: WalkProblem = {
    ...problem,
    parameters: copyParameters(problem.parameters),
    batch: { X: copy(problem.batch.X), targets: copyTargets(problem.batch.targets) },
    ...(problem.masks ? { masks: problem.masks.map((mask) => mask && copy(mask)) } : {})
  }
  for (const edit of edits) apply(edited, edit)
  return edited
}

function copyTargets(targets: Targets): Targets {
  if (targets.kind === 'values') return { kind: 'values', values: copy(targets.values) }
  return { kind: 'classes', classes: targets.classes.slice() }
}

function apply(problem: WalkProblem, edit: WalkEdit): void {
  const { targets } = problem.batch
  if (edit.tensor === 'Y' && targets.kind === 'classes') return setClass(problem, targets.classes, edit)
  const matrix = matrixOf(problem, edit.tensor)
  const { row, column, value } = edit
  if (!matrix || row >= matrix.rows || column >= matrix.columns) throw refused(edit)
  matrix.data[row * matrix.columns + column] = value
}

function setClass({ network }: WalkProblem, classes: Int32Array, edit: WalkEdit): void {
  const { row, column, value } = edit
  if (row >= classes.length || column >= network.layers[network.layers.length - 1].units || value !== 1) throw refused(edit)
  classes[row] = column
}

/** The matrix of a given tensor; undefined where there is none of that name. */
function matrixOf({ parameters, batch, masks }: WalkProblem, tensor: string): Matrix | null | undefined {
  if (tensor === 'X') return batch.X
  if (tensor === 'Y') return batch.targets.kind === 'values' ? batch.targets.values : null
  const named = /^([WbM])([1-9]\d*)$/.exec(tensor)
  if (!named) return undefined
  const layer = Number(named[2]) - 1
  if (named[1] === 'M') return masks?.[layer]
  return named[1] === 'W' ? parameters.at(layer)?.W : parameters.at(layer)?.b
}

function refused({ tensor, row, column, value }: WalkEdit): Error {
  return noSuch(`number ${tensor}[${row},${column}] that could become ${value}`)
}
