import { AppError } from '../messages/app-error'
import { freshOptimizerState } from '../network/update'
import { toRows, type Matrix } from '../tensor/matrix'
import type { WalkProblem } from '../walk/record/context'
import type { Phase, StepCell } from '../walk/record/walk'
import { Walk } from '../walk/walk-batch'
import type { NetworkSpec } from '../network/spec'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { readNetworkCase } from './network-case'
import { readClip, readOptimizer } from './training-case'
import { readId, type CaseField } from './reader'

/** The number of each cell of a step's result. */
type AnsweredStep = { readonly id: string; readonly phase: Phase; readonly shape: readonly number[]; readonly value: readonly number[][] }

/** The answer to a case: every number of its steps, or why there is none. */
export type WalkAnswer =
  | { readonly id: string | number | null; readonly walks: readonly { readonly steps: readonly AnsweredStep[] }[] }
  | { readonly id: string | number | null; readonly error: { readonly code: string; readonly message: string } }

/** The most consecutive steps that a case may ask for. */
const MOST_STEPS = 1000

/**
 * Every number of consecutive steps on one batch: one walk a step, the optimizer's memory carried on; an error in their place
 * where a number is not finite on the way.
 * Throws: case, spec.
 */
export function solveWalkCase(field: CaseField): WalkAnswer {
  return runToEnd(solveWalkCaseTask(field))
}

/** The same, step by step; it yields 1 a step. */
export function* solveWalkCaseTask(field: CaseField): CooperativeTask<WalkAnswer> {
  const id = readId(field.field('id'))
  const problem = walkProblem(field)
  const steps = field.field('steps').isPresent ? field.field('steps').whole(1, MOST_STEPS) : 1
  let { parameters } = problem
  let state = freshOptimizerState(problem.optimizer, parameters)
  const walks: { steps: AnsweredStep[] }[] = []
  for (let taken = 0; taken < steps; taken++) {
    const walk = new Walk({ ...problem, parameters, state })
    if (walk.firstNotFinite) return { id, error: notFinite(field, walk.firstNotFinite) }
    ;({ parameters, state } = walk.after)
    walks.push({
      steps: walk.steps.map((step) => ({ id: step.id, phase: step.phase, shape: [...step.shape], value: valueOf(walk, step.id) }))
    })
    yield 1
  }
  return { id, walks }
}

/** The update of a case that names no optimizer, as one does that asks for gradients alone. */
const descent = { optimizer: { kind: 'sgd' }, learningRate: 0.1 } as const

/** Reads the batch, the network and the update that a case is about. Throws: case, spec. */
export function walkProblem(field: CaseField): WalkProblem {
  const { network, objective, parameters, samples } = readNetworkCase(field, ['masks', 'clip'])
  const update = field.field('optimizer').isPresent ? readOptimizer(field.field('optimizer')) : descent
  const masks = readMasks(field.field('masks'), network, samples.X.rows)
  return { network, objective, parameters, batch: samples, masks, ...update, clip: readClip(field) }
}

/** Stands in the place of an answer that has a number without a JSON form. */
function notFinite({ path }: CaseField, { step, row, column }: StepCell) {
  const { code, message } = new AppError('case.walk-not-finite', { path, step, row, column })
  return { code, message }
}

function valueOf({ tensors }: Walk, id: string): number[][] {
  const tensor = tensors.get(id)
  return tensor ? toRows(tensor.matrix) : []
}

/** Dropout masks, one a layer or null; none where the case has no such field. */
function readMasks(field: CaseField, { layers }: NetworkSpec, rows: number): (Matrix | null)[] {
  if (!field.isPresent) return []
  return field.itemsOf(layers.length).map((mask, l) => (mask.isNull ? null : mask.matrix(rows, layers[l].units)))
}
