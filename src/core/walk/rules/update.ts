import { globalNorm, clipByNorm } from '../../network/clipping'
import { totalLoss } from '../../network/backward'
import { forwardTask } from '../../network/forward'
import { copyParameters, namedTensors, type NamedTensor, type Parameters } from '../../network/parameters'
import { optimizers } from '../../nn/optimizers'
import type { UpdateContext } from '../../nn/optimizer'
import { applyUpdate, copyOptimizerState, type OptimizerState } from '../../network/update'
import type { CooperativeTask } from '../../tasks/task'
import type { Matrix } from '../../tensor/matrix'
import type { WalkContext } from '../record/context'
import { codeName } from '../code/line'
import { factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import { fixed, type Sign } from '../record/symbols'
import type { Term, WalkTensor } from '../record/walk'
import { joined, written } from '../record/written'
import { cellOf, computed, single } from './elements'
import { updateRules, type UpdateRule } from './optimizers'

/** The state after a step: the parameters and the optimizer's memory that the next one begins with. */
export interface AfterStep {
  readonly parameters: Parameters
  readonly state: OptimizerState
}

/** Takes down clipping, every tensor's update, the loss after it, and the gradient's norm. `state` is the memory before the step. */
export function* updateSteps(context: WalkContext, state: OptimizerState, numbers: UpdateContext): CooperativeTask<AfterStep> {
  const { problem, result } = context
  const gradients = copyParameters(result.gradients)
  const norm = globalNorm(gradients)
  const factor = problem.clip === undefined || problem.clip === null ? null : clipStep(context, problem.clip, norm)
  if (problem.clip !== undefined && problem.clip !== null) clipByNorm(gradients, problem.clip)
  const parameters = copyParameters(problem.parameters)
  const memory = copyOptimizerState(state)
  const after = applyUpdate(problem.optimizer, problem.learningRate, memory, parameters, gradients)
  const updated = namedTensors(parameters)
  const clipped = namedTensors(gradients)
  for (const [t, tensor] of namedTensors(problem.parameters).entries()) {
    const update: TensorUpdate = {
      context,
      numbers,
      tensor,
      sign: tensor.kind === 'weights' ? context.symbols.W(tensor.layer) : context.symbols.b(tensor.layer),
      gradient: clipped[t].matrix,
      factor,
      before: state.slots[t].map((data) => ({ ...shape(tensor.matrix), data })),
      after: after.slots[t].map((data) => ({ ...shape(tensor.matrix), data })),
      updated: updated[t].matrix
    }
    tensorSteps(update)
    yield 0
  }
  yield* lossAfterStep(context, parameters)
  normStep(context, norm)
  return { parameters, state: after }
}

function shape({ rows, columns }: Matrix): { rows: number; columns: number } {
  return { rows, columns }
}

/** The factor that brings the norm of the gradients down to the limit. */
function clipStep(context: WalkContext, limit: number, norm: number): WalkTensor {
  const { recorder } = context
  const isAbove = norm > limit
  return recorder.step({
    id: 'clip',
    phase: 'update',
    rule: 'clip',
    sign: fixed('clip', '\\kappa'),
    at: '',
    formula: 'c/‖g‖ where ‖g‖ > c, else 1',
    index: '\\min\\left(1,\\frac{c}{\\lVert g\\rVert}\\right)',
    code: [`clip = minimum(limit / sqrt(${squaresOf(context)}), 1)`],
    why: 'walk.clip',
    reads: gradientTensors(context).map((tensor) => ({ tensor, reach: reaches.all })),
    value: single(isAbove ? limit / norm : 1),
    cell: () => ({
      terms: [],
      written: isAbove ? written`${limit}/${norm}` : written`${1} since ${norm}≤${limit}`
    })
  })
}

/** The gradients of all parameters, in order. */
function gradientTensors({ recorder, problem }: WalkContext): WalkTensor[] {
  return namedTensors(problem.parameters).map(({ name }) => recorder.tensor(`d${name}`))
}

function squaresOf(context: WalkContext): string {
  return gradientTensors(context)
    .map(({ id }) => `total(${id} ** 2)`)
    .join(' + ')
}

/** The update of one tensor. */
interface TensorUpdate {
  readonly context: WalkContext
  readonly numbers: UpdateContext
  readonly tensor: NamedTensor
  readonly sign: Sign
  /** After clipping. */
  readonly gradient: Matrix
  readonly factor: WalkTensor | null
  /** The optimizer's memory of it, slot by slot. */
  readonly before: readonly Matrix[]
  readonly after: readonly Matrix[]
  readonly updated: Matrix
}

function tensorSteps(update: TensorUpdate): void {
  const { context, numbers, tensor, sign, before, after, updated } = update
  const { recorder, problem, symbols } = context
  const rate = (tex: string) => tex.replaceAll('\\eta', symbols.rate.tex)
  const ofTensor = (tex: string) => rate(tex).replaceAll('W', () => sign.tex)
  const rules = updateRules(optimizers[problem.optimizer.kind], numbers)
  for (const { name, slot } of rules) {
    if (slot === undefined) continue
    recorder.given(
      `${tensor.name}.${name}.before`,
      fixed(`${tensor.name}.${name}.before`, `${name}_{\\mathrm{old}}(${sign.tex})`),
      before[slot]
    )
  }
  for (const rule of rules) {
    const { name, slot, formula = '', tex } = rule
    if (name === 'W') {
      recorder.step({
        ...ruleStep(update, rule, 'new'),
        sign: fixed(`${tensor.name}.new`, sign.cell('\\mathrm{new}')),
        formula: `${tensor.name} after the step`,
        index: ofTensor(tex),
        value: updated
      })
      continue
    }
    recorder.step({
      ...ruleStep(update, rule, name),
      level: 'detail',
      // What is made of the parameter itself is named by its formula.
      sign: fixed(`${tensor.name}.${name}`, tex.includes('W') ? ofTensor(tex) : `${name}(${sign.tex})`),
      formula: formula.replaceAll('η', symbols.rate.name),
      index: ofTensor(tex),
      value: slot === undefined ? computedStep(update, rule) : after[slot]
    })
  }
}

/** The fields that all steps of an update share. */
function ruleStep(update: TensorUpdate, rule: UpdateRule, id: string) {
  const { tensor, factor } = update
  const sources = rule.reads.map((source) => sourceOf(update, source))
  const names = sources.map(({ id }, index) => (rule.reads[index] === 'g' && factor ? `(clip * ${id})` : codeName(id)))
  const isClipped = factor !== null && rule.reads.includes('g')
  return {
    id: `${tensor.name}.${id}`,
    phase: 'update',
    layer: tensor.layer,
    rule: 'update',
    at: '',
    code: [`${tensor.name}_${id} = ${rule.code(names)}`],
    reads: [
      ...sources.map((source) => ({ tensor: source, reach: reaches.cell })),
      ...(isClipped ? [{ tensor: factor, reach: reaches.all }] : [])
    ],
    cell(row: number, column: number) {
      const values = sources.map(({ matrix }, s) => cellOf(rule.reads[s] === 'g' ? update.gradient : matrix, row, column))
      const terms = rule.terms(values).map(({ value, reads }): Term => {
        const found = reads.map((name) => factorAt(sources[rule.reads.indexOf(name)], row, column))
        return { factors: factor && reads.includes('g') ? [...found, factorAt(factor, 0, 0)] : found, value }
      })
      return { terms, written: rule.written(values) }
    }
  } as const
}

/** The tensor that a name stands for; of a step that is not done yet, its value before the update. */
function sourceOf({ context, tensor }: TensorUpdate, source: string): WalkTensor {
  const { recorder } = context
  if (source === 'W') return recorder.tensor(tensor.name)
  if (source === 'g') return recorder.tensor(`d${tensor.name}`)
  return recorder.tensors.get(`${tensor.name}.${source}`) ?? recorder.tensor(`${tensor.name}.${source}.before`)
}

/** The values of a step that the optimizer keeps nowhere, in float64. */
function computedStep(update: TensorUpdate, rule: UpdateRule): Matrix {
  const { rows, columns } = update.tensor.matrix
  const sources = rule.reads.map((source) => (source === 'g' ? update.gradient : sourceOf(update, source).matrix))
  const values = sources.map(() => 0)
  return computed(rows, columns, (row, column) => {
    sources.forEach((source, s) => (values[s] = cellOf(source, row, column)))
    return rule.value(values)
  })
}

/** The loss of the same batch, with the same masks, after the step. */
function* lossAfterStep({ recorder, problem, symbols, arithmetic }: WalkContext, parameters: Parameters): CooperativeTask<void> {
  const { network, batch, objective, masks } = problem
  const cache = yield* forwardTask(network, parameters, batch.X, 0, masks, arithmetic)
  recorder.step({
    id: 'L.new',
    phase: 'update',
    rule: 'check',
    sign: fixed('L.new', `${symbols.L.tex}_{\\mathrm{new}}`),
    at: '',
    formula: 'total loss of the same batch after the step',
    index: '',
    code: ['# the loss after the step: the same forward pass with the new parameters'],
    reads: namedTensors(parameters).map(({ name }) => ({ tensor: recorder.tensor(`${name}.new`), reach: reaches.all })),
    value: single(totalLoss(parameters, cache, batch.targets, objective)),
    cell: () => ({ terms: [], written: written`${totalLoss(parameters, cache, batch.targets, objective)}` })
  })
}

/** ‖g‖ over all parameters, before clipping. */
function normStep(context: WalkContext, norm: number): void {
  const { recorder } = context
  const tensors = gradientTensors(context)
  recorder.step({
    id: 'norm',
    phase: 'update',
    rule: 'norm',
    sign: fixed('norm', '\\lVert g\\rVert'),
    at: '',
    formula: '√Σ g² over all parameters',
    index: '\\sqrt{\\sum g^2}',
    code: [`norm = sqrt(${squaresOf(context)})`],
    reads: tensors.map((tensor) => ({ tensor, reach: reaches.all })),
    value: single(norm),
    cell() {
      const terms = tensors.flatMap((tensor) =>
        Array.from(tensor.matrix.data, (_, e): Term => {
          const factor = factorAt(tensor, Math.floor(e / tensor.matrix.columns), e % tensor.matrix.columns)
          return { factors: [factor, factor], value: factor.value * factor.value }
        })
      )
      const sum = joined(
        terms.map(({ factors: [g] }) => written`${g.value}²`),
        '+'
      )
      return { terms, root: true, written: written`√(${sum})` }
    }
  })
}
