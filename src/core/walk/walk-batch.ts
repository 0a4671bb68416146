import { backwardTask } from '../network/backward'
import { forwardTask } from '../network/forward'
import { namedTensors } from '../network/parameters'
import { freshOptimizerState, type OptimizerState } from '../network/update'
import { lossOf } from '../nn/losses'
import type { UpdateContext } from '../nn/optimizer'
import { optimizerOf, optimizers } from '../nn/optimizers'
import { runToEnd, type CooperativeTask } from '../tasks/task'
import { trainingArithmetic } from '../tensor/arithmetic'
import { isFiniteMatrix, precisionOf, type Matrix } from '../tensor/matrix'
import { walkScript } from './code/script'
import type { WalkContext, WalkProblem } from './record/context'
import { Differences } from './differences'
import { Recorder, type RecordedStep } from './record/recorder'
import { backwardSteps } from './rules/backward'
import { forwardSteps } from './rules/forward'
import { lossRules, lossSteps } from './rules/loss'
import { updateNumbersInCode } from './rules/optimizers'
import { updateSteps, type AfterStep } from './rules/update'
import { symbolsOf } from './record/symbols'
import type { CodeLanguage } from './code/languages'
import type { CellPlace, Entered, Step, StepCell, WalkCell, WalkTensor } from './record/walk'

/**
 * One step of training laid open: forward, loss, backward and update of one mini-batch, each number with what it is made
 * of. The numbers are those of training: forward, backward and the optimizer compute them, and what they do not keep is formed again
 * by the same arithmetic. Where a number is not finite on the way, the walk goes on to its end.
 * Source: course notes 000, 001, 002.
 */
export class Walk {
  readonly problem: WalkProblem
  readonly tensors: ReadonlyMap<string, WalkTensor>
  readonly steps: readonly Step[]
  /** The parameters and the optimizer's memory that the next step begins with. */
  readonly after: AfterStep
  /** The first cell that is not finite; null where all are. What follows it is of no use. */
  readonly firstNotFinite: StepCell | null
  private readonly recorded: ReadonlyMap<string, RecordedStep>
  private readonly consumers: ReadonlyMap<string, readonly RecordedStep[]>
  private readonly numbers: UpdateContext
  private readonly context: WalkContext
  private differences: Differences | null = null

  /** `recording`: that of the problem where it was made part by part. Throws: shape; spec. */
  constructor(problem: WalkProblem, recording: Recording = runToEnd(recordingTask(problem))) {
    const { context, numbers, after } = recording
    const { recorder } = context
    this.problem = problem
    this.context = context
    this.numbers = numbers
    this.after = after
    this.tensors = recorder.tensors
    this.steps = recorder.steps.map(({ step }) => step)
    this.recorded = new Map(recorder.steps.map((recorded) => [recorded.step.id, recorded]))
    this.consumers = consumersOf(recorder.steps)
    this.firstNotFinite = findNotFinite(this.steps, this.tensors)
  }

  /** The terms of a number and the results it enters, with a difference quotient beside a derivative. */
  cell({ step, row, column }: StepCell): WalkCell {
    const recorded = this.recorded.get(step)
    const tensor = this.tensors.get(step)
    if (!recorded || !tensor) throw new Error(`the walk has no step ${step}`)
    const { matrix, scale } = tensor
    this.differences ??= new Differences(this.context)
    const difference = this.differences.at({ step, row, column })
    return {
      ...recorded.cell(row, column),
      value: scale * matrix.data[row * matrix.columns + column],
      entersInto: this.entersInto({ tensor: step, row, column }),
      ...(difference ? { difference } : {})
    }
  }

  /** The results that a cell of any tensor enters, those of X and of the parameters too. */
  entersInto({ tensor, row, column }: CellPlace): Entered[] {
    return (this.consumers.get(tensor) ?? []).flatMap(({ step, reads }) => {
      const regions = reads.filter((reading) => reading.tensor.id === tensor).flatMap(({ reach }) => reach(row, column, step.shape))
      return regions.length === 0 ? [] : [{ step: step.id, regions }]
    })
  }

  /** A script that does the whole walk in a language and prints every gradient as JSON. */
  script(language: CodeLanguage): string {
    const { objective, optimizer } = this.problem
    return walkScript({ title: `${objective.loss.kind}, ${optimizer.kind}`, steps: this.steps, given: this.givenInCode() }, language)
  }

  /** Everything that the code of the steps reads without having computed it. */
  private givenInCode(): Map<string, Matrix | readonly number[] | number> {
    const { problem, context } = this
    const { batch, objective, clip, optimizer } = problem
    const { l1 = 0, l2 = 0 } = objective.regularization
    const given = new Map<string, Matrix | readonly number[] | number>([['X', batch.X]])
    for (const { name, matrix } of namedTensors(problem.parameters)) given.set(name, matrix)
    context.cache.forEach(({ mask }, index) => mask && given.set(`mask${index + 1}`, mask))
    if (batch.targets.kind === 'classes') given.set('y', Array.from(batch.targets.classes))
    else given.set('targets', batch.targets.values)
    if (objective.loss.classWeights) given.set('class_weights', objective.loss.classWeights)
    for (const [name, value] of Object.entries(lossRules[objective.loss.kind].options(context))) given.set(name, value)
    if (context.isMean) given.set('N', context.divisor)
    if (l2 !== 0) given.set('lambda2', l2)
    if (l1 !== 0) given.set('lambda1', l1)
    if (clip !== undefined && clip !== null) given.set('limit', clip)
    const numbers = updateNumbersInCode(optimizers[optimizer.kind], this.numbers)
    for (const [name, value] of Object.entries(numbers)) given.set(name, value)
    for (const [id, { matrix }] of this.tensors) if (id.endsWith('.before')) given.set(id.replaceAll('.', '_'), matrix)
    return given
  }
}

/** All that a walk takes down. */
interface Recording {
  readonly context: WalkContext
  readonly numbers: UpdateContext
  readonly after: AfterStep
}

/** Makes a walk part by part; it yields multiplications, of which there are some `walkCost`. Throws: as the walk. */
export function* walkTask(problem: WalkProblem): CooperativeTask<Walk> {
  return new Walk(problem, yield* recordingTask(problem))
}

/** The multiplications of a walk's products: two forward passes; the gradients of weights and inputs, and what is formed of them again. */
export function walkCost({ network, batch }: Pick<WalkProblem, 'network' | 'batch'>): number {
  let inputs = network.inputs
  let sum = 0
  network.layers.forEach(({ units }, index) => {
    sum += (index === 0 ? 5 : 6) * inputs * units
    inputs = units
  })
  return batch.X.rows * sum
}

function* recordingTask(problem: WalkProblem): CooperativeTask<Recording> {
  const { optimizer, parameters, objective } = problem
  const state = problem.state ?? freshOptimizerState(optimizer, parameters)
  const context = yield* contextOf(problem)
  const numbers = numbersOf(problem, state)
  recordGiven(context)
  forwardSteps(context)
  yield 0
  lossSteps(context)
  yield 0
  yield* backwardSteps(context, lossRules[objective.loss.kind].backward(context))
  return { context, numbers, after: yield* updateSteps(context, state, numbers) }
}

function* contextOf(problem: WalkProblem): CooperativeTask<WalkContext> {
  const { network, parameters, batch, objective, masks, notation = 'app' } = problem
  const loss = lossOf(objective.loss)
  const arithmetic = trainingArithmetic[precisionOf(parameters[0].W)]
  const cache = yield* forwardTask(network, parameters, batch.X, 0, masks, arithmetic)
  const { A } = cache[cache.length - 1]
  const isMean = objective.loss.reduction !== 'sum'
  const divisor = !isMean ? 1 : loss.averages === 'rows' ? A.rows : A.data.length
  const symbols = symbolsOf(notation, network.layers.length, network.bias !== false)
  return {
    problem,
    recorder: new Recorder(),
    symbols,
    loss,
    cache,
    result: yield* backwardTask(network, parameters, cache, batch.targets, objective, arithmetic),
    arithmetic,
    divisor,
    isMean,
    signalScale: symbols.leavesMean ? divisor : 1
  }
}

/** The optimizer's numbers as `applyUpdate` fills them in. */
function numbersOf({ optimizer, learningRate }: WalkProblem, { updates }: OptimizerState): UpdateContext {
  const { options, nesterov } = optimizerOf(optimizer)
  return { options, nesterov, learningRate, step: updates + 1 }
}

function recordGiven({ recorder, problem, symbols }: WalkContext): void {
  recorder.given('X', symbols.X, problem.batch.X)
  for (const { name, layer, kind, matrix } of namedTensors(problem.parameters)) {
    recorder.given(name, kind === 'weights' ? symbols.W(layer) : symbols.b(layer), matrix)
  }
}

function consumersOf(steps: readonly RecordedStep[]): Map<string, RecordedStep[]> {
  const consumers = new Map<string, RecordedStep[]>()
  for (const recorded of steps) {
    for (const id of new Set(recorded.reads.map(({ tensor }) => tensor.id))) {
      const known = consumers.get(id)
      if (known) known.push(recorded)
      else consumers.set(id, [recorded])
    }
  }
  return consumers
}

function findNotFinite(steps: readonly Step[], tensors: ReadonlyMap<string, WalkTensor>): StepCell | null {
  for (const { id } of steps) {
    const matrix = tensors.get(id)?.matrix
    if (!matrix || isFiniteMatrix(matrix)) continue
    const element = matrix.data.findIndex((x) => !Number.isFinite(x))
    return { step: id, row: Math.floor(element / matrix.columns), column: element % matrix.columns }
  }
  return null
}
