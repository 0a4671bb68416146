import { readParameters, writeParameters } from '../cases/network-case'
import { CaseField } from '../cases/reader'
import { isJsonObject, type Json, type JsonObject } from '../formats/json'
import { AppError } from '../messages/app-error'
import { filled, type Details } from '../messages/catalogue'
import type { Text } from '../messages/texts-of'
import type { BackwardProblem } from '../mistakes/backward-problem'
import { practiceProblems } from '../mistakes/practice-problems'
import type { Parameters } from '../network/parameters'
import { explainError, type PythonError } from '../python/explain-error'
import { pythonLimits, type PythonEngine, type PythonLimits, type PythonRun } from '../python/python-engine'
import { pythonTexts, type PythonTextCode } from '../python/python-texts'
import { matrixFrom, toRows, type Matrix } from '../tensor/matrix'
import { compareLoss, judgeGradients, type GradientJudgement } from './judge-gradients'
import { fitsDifferences, sampledPlaces } from './own-loss'

/** Why a program gave no answer. */
export interface ProgramFailure {
  readonly code: PythonTextCode
  readonly sentence: Text
  /** The line of the program where it failed, from 1; null where it is none. */
  readonly line: number | null
  /** Python's own words; null where it says nothing. */
  readonly python: string | null
}

/** The result of a program: a judgement, or why there is none. */
export type ProgramOutcome = GradientJudgement | ProgramFailure

/** Whether there is no judgement. */
export function isProgramFailure<T extends ProgramOutcome>(outcome: T): outcome is Extract<T, ProgramFailure> {
  return 'python' in outcome
}

/** So many networks of other sizes tell apart what is the same by chance on one. */
const PRACTICE = 5

/**
 * Runs the function `backward(P, X, y, reg)` of a program on a problem and on small ones of its kind, and judges what it returns: P a list
 * of dictionaries `W` [in, out] and `b` [out], X [N, inputs], y class indices [N] or numbers [N, outputs], reg the factor λ of the squares of the weights
 * (a dictionary `l1`, `l2` where there is an L1 term too); it returns `(loss, grads)`, grads in the form of P. Where the loss is wrong, the gradients are compared with
 * the derivative of the program's own loss. Throws: file.no-python; numeric; shape.
 */
export async function judgeProgram(
  engine: PythonEngine,
  source: string,
  problem: BackwardProblem,
  print: (text: string) => void
): Promise<ProgramOutcome> {
  // The program does not know other weights of the classes than those of its own network.
  const others = problem.objective.loss.classWeights ? [] : practiceProblems(problem, PRACTICE, 0)
  const solved = await solveProgram(engine, source, [problem, ...others], print)
  if (!Array.isArray(solved)) return solved
  const [own, ...practice] = solved
  if (!own) throw new AppError('bug', { message: 'a program was solved without an answer' })
  return judgeSolved(engine, source, own, practice)
}

/**
 * Judges the answer of a program to a network; where the loss is wrong, the gradients are compared with the derivative of the program's own
 * loss. Throws: file.no-python; numeric; shape.
 */
export async function judgeSolved(
  engine: PythonEngine,
  source: string,
  own: SolvedNetwork,
  practice: readonly (SolvedNetwork | null)[]
): Promise<GradientJudgement> {
  const { problem } = own
  const judge = (fitsOwnLoss: boolean | null) => judgeGradients(problem, { ...own, practice, fitsOwnLoss })
  if (compareLoss(problem, own.loss).agrees) return judge(null)
  const places = sampledPlaces(own.gradients)
  const differences = async (step: number): Promise<readonly number[] | null> => {
    const run = resultOf(await engine.run('differences', { source, net: netOf(problem), places: [...places], step }, () => undefined))
    return 'failure' in run ? null : (run.result.differences as readonly number[])
  }
  return judge(await fitsDifferences(own.gradients, places, own.loss, differences))
}

/** The answer of a program to a network. */
export interface SolvedNetwork {
  readonly problem: BackwardProblem
  readonly loss: number
  readonly gradients: Parameters
  /** The matrices that the function had under the names that were watched, when it returned; a vector as one row. */
  readonly seen: ReadonlyMap<string, Matrix>
}

/** Options of running a program. */
export interface SolveOptions {
  /** The names of variables whose matrices are wanted too; none unless given. */
  readonly watch?: readonly string[]
  /** The limits of the engine, for the sentence about a program that reached one. */
  readonly limits?: PythonLimits
}

/**
 * Runs the function `backward` of a program on networks, the answers in their order: null where it failed on one after the first; why there
 * is none where it failed on the first.
 */
export async function solveProgram(
  engine: PythonEngine,
  source: string,
  problems: readonly BackwardProblem[],
  print: (text: string) => void,
  { watch = [], limits = pythonLimits }: SolveOptions = {}
): Promise<(SolvedNetwork | null)[] | ProgramFailure> {
  const solved = resultOf(await engine.run('solve', { source, nets: problems.map(netOf), watch: [...watch] }, print), limits)
  if ('failure' in solved) return solved.failure
  return (solved.result.answers as readonly Json[]).map((answer, n) => readAnswer(answer, problems[n]))
}

/** A problem as `harness.py` reads it. */
function netOf({ objective, parameters, batch }: BackwardProblem): Json {
  const { targets } = batch
  const { l1 = 0, l2 = 0 } = objective.regularization
  const isClasses = targets.kind === 'classes'
  return {
    P: writeParameters(parameters),
    X: toRows(batch.X),
    y: isClasses ? Array.from(targets.classes) : toRows(targets.values),
    classes: isClasses,
    reg: l1 > 0 ? { l1, l2 } : l2
  }
}

/** An answer to a network; null where the program failed on it. */
function readAnswer(answer: Json, problem: BackwardProblem): SolvedNetwork | null {
  if (!isJsonObject(answer) || !('gradients' in answer)) return null
  const seen = isJsonObject(answer.seen) ? Object.entries(answer.seen) : []
  return {
    problem,
    loss: answer.loss as number,
    gradients: readParameters(new CaseField(answer.gradients, 'gradients'), problem.network),
    seen: new Map(seen.map(([name, rows]) => [name, matrixFrom(rows as number[][])]))
  }
}

/** The result of a run, or why there is none. */
export function resultOf(
  run: PythonRun,
  given: PythonLimits = pythonLimits
): { readonly result: JsonObject } | { readonly failure: ProgramFailure } {
  const limits: Record<Exclude<PythonRun['ended'], 'done'>, Details> = {
    time: { limit: given.seconds },
    died: { limit: given.memory },
    stopped: {}
  }
  if (run.ended !== 'done') return { failure: failureOf(run.ended, limits[run.ended]) }
  if (!isJsonObject(run.result)) return { failure: failureOf('died', limits.died) }
  const { unusable, details, error } = run.result
  if (typeof unusable === 'string') return { failure: failureOf(unusable as PythonTextCode, details as Details) }
  if (isJsonObject(error)) {
    const python = error as unknown as PythonError
    const { code, details: found } = explainError(python)
    return { failure: failureOf(code, { ...found, ...(code === 'memory' && limits.died) }, python.line, python.text) }
  }
  return { result: run.result }
}

/** The result of a program that somebody stopped. */
export function stoppedProgram(): ProgramFailure {
  return failureOf('stopped', {})
}

function failureOf(code: PythonTextCode, details: Details, line: number | null = null, python: string | null = null): ProgramFailure {
  const { en, zh } = pythonTexts[code]
  const place = line === null ? { en: '', zh: '' } : { en: `Line ${line}: `, zh: `第 ${line} 行：` }
  return { code, sentence: { en: place.en + filled(en, details, 'en'), zh: place.zh + filled(zh, details, 'zh') }, line, python }
}
