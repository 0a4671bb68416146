import { globalNorm, clipByNorm } from '../../network/clipping'
import { totalLoss } from '../../network/backward'
import { forward } from '../../network/forward'
import { copyParameters, namedTensors, type NamedTensor, type Parameters } from '../../network/parameters'
import { applyUpdate, copyOptimizerState, type OptimizerState } from '../../network/update'
import { zeros, type Matrix } from '../../tensor/matrix'
import type { WalkContext } from '../record/context'
import { factorAt } from '../record/recorder'
import { reaches } from '../record/reach'
import { fixed, type Sign } from '../record/symbols'
import type { Term, TermFactor, WalkTensor } from '../record/walk'
import { joined, written } from '../record/written'
import { single } from './elements'
import { optimizerRules, type UpdateNumbers, type UpdatePart } from './optimizers'

/** The state after a step: the parameters and the optimizer's memory that the next one begins with. */
export interface AfterStep {
  readonly parameters: Parameters
  readonly state: OptimizerState
}

/** Takes down clipping, every tensor's update, the loss after it, and the gradient's norm. `state` is the memory before the step. */
export function updateSteps(context: WalkContext, state: OptimizerState, numbers: UpdateNumbers): AfterStep {
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
  namedTensors(problem.parameters).forEach((tensor, t) => {
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
  })
  lossAfterStep(context, parameters)
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
  readonly numbers: UpdateNumbers
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
  const rule = optimizerRules[problem.optimizer.kind]
  const rate = (tex: string) => tex.replaceAll('\\eta', symbols.rate.tex)
  for (const part of rule.parts(numbers)) {
    const { slot } = part
    if (slot !== undefined) {
      const old = fixed(`${tensor.name}.${part.name}.before`, `${part.name}_{\\mathrm{old}}(${sign.tex})`)
      recorder.given(`${tensor.name}.${part.name}.before`, old, before[slot])
    }
    recorder.step({
      ...partStep(update, part, part.name),
      level: 'detail',
      sign: fixed(`${tensor.name}.${part.name}`, rate(part.sign(sign.tex))),
      formula: part.formula.replaceAll('η', symbols.rate.name),
      index: rate(part.tex).replaceAll('W', () => sign.tex),
      value: slot === undefined ? computedPart(update, part, part.name) : after[slot]
    })
  }
  const last = rule.last(numbers)
  recorder.step({
    ...partStep(update, last, 'new'),
    sign: fixed(`${tensor.name}.new`, sign.cell('\\mathrm{new}')),
    formula: `${tensor.name} after the step`,
    index: rate(last.tex).replaceAll('W', () => sign.tex),
    value: updated
  })
}

type PartRule = Omit<UpdatePart, 'name' | 'slot' | 'formula' | 'sign'>

/** The fields that all steps of an update share. */
function partStep(update: TensorUpdate, part: PartRule, name: string) {
  const { tensor, numbers, factor } = update
  const sources = part.reads.map((source) => sourceOf(update, source, name))
  const readsGradient = part.reads.includes('g')
  const names = sources.map(({ id }, index) => (part.reads[index] === 'g' && factor ? `(clip * ${id})` : id.replaceAll('.', '_')))
  return {
    id: `${tensor.name}.${name}`,
    phase: 'update',
    layer: tensor.layer,
    rule: 'update',
    at: '',
    code: [`${tensor.name}_${name} = ${part.code(names, numbers)}`],
    reads: [
      ...sources.map((source) => ({ tensor: source, reach: reaches.cell })),
      ...(readsGradient && factor ? [{ tensor: factor, reach: reaches.all }] : [])
    ],
    cell(row: number, column: number) {
      const values = valuesAt(update, part, name, row, column)
      const found = sources.map((source) => factorAt(source, row, column))
      const all = readsGradient && factor ? [...found, factorAt(factor, 0, 0)] : found
      const terms = part.terms(values, numbers).map((value, index, { length }): Term => ({ factors: factorsOf(all, index, length), value }))
      return { terms, written: part.writtenAs(values, numbers) }
    }
  } as const
}

/** Which of the numbers stand in a term: the first in the first, all others in the rest; in a single term, all. */
function factorsOf(all: readonly TermFactor[], index: number, terms: number): TermFactor[] {
  if (terms === 1) return [...all]
  return index === 0 ? all.slice(0, 1) : all.slice(1)
}

function sourceOf({ context, tensor }: TensorUpdate, source: string, name: string): WalkTensor {
  const { recorder } = context
  if (source === 'W') return recorder.tensor(tensor.name)
  if (source === 'g') return recorder.tensor(`d${tensor.name}`)
  return recorder.tensor(source === 'old' ? `${tensor.name}.${name}.before` : `${tensor.name}.${source}`)
}

/** The numbers that a part reads in a cell, the gradient as it is after clipping. */
function valuesAt(update: TensorUpdate, part: PartRule, name: string, row: number, column: number): number[] {
  return part.reads.map((source) => {
    const { data, columns } = source === 'g' ? update.gradient : sourceOf(update, source, name).matrix
    return data[row * columns + column]
  })
}

/** A part that the optimizer keeps nowhere, in float64. */
function computedPart(update: TensorUpdate, part: PartRule, name: string): Matrix {
  const { rows, columns } = update.tensor.matrix
  const result = zeros(rows, columns)
  const sources = part.reads.map((source) => (source === 'g' ? update.gradient : sourceOf(update, source, name).matrix).data)
  const values = sources.map(() => 0)
  for (let e = 0; e < result.data.length; e++) {
    for (let s = 0; s < sources.length; s++) values[s] = sources[s][e]
    for (const term of part.terms(values, update.numbers)) result.data[e] += term
  }
  return result
}

/** The loss of the same batch, with the same masks, after the step. */
function lossAfterStep({ recorder, problem, symbols }: WalkContext, parameters: Parameters): void {
  const { network, batch, objective, masks } = problem
  const cache = forward(network, parameters, batch.X, 0, masks)
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
