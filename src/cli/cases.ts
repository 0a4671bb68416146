import {
  AppError,
  fromUtf8,
  isJsonObject,
  jsonText,
  readCases,
  readId,
  solveGradientCaseTask,
  solveTrainingCaseTask,
  type CaseField,
  type CooperativeTask,
  type Json
} from '#core'
import { readWhole } from '../node/files/read-whole'
import { readError } from '../node/files/system-errors'
import { runCooperatively, yieldToEventLoop } from '../node/tasks/run-cooperatively'
import { exitCodes } from './exit-codes'
import { orAborted } from './or-aborted'
import type { CommandContext } from './report-error'

/** Solves a case, part by part, so that a signal is heard in the middle of a long one. */
export type CaseSolver = (field: CaseField) => CooperativeTask<Json>

/** The commands that solve cases, with their solvers. */
const solvers = { grad: solveGradientCaseTask, fit: solveTrainingCaseTask } as const satisfies Record<string, CaseSolver>

/**
 * Runs `backprop-lab grad|fit FILE`: solves every case of a JSON file and prints the results as one JSON array, in the same order. Nothing
 * is printed before all are solved.
 */
export async function solveCases(command: keyof typeof solvers, file: string, context: CommandContext): Promise<number> {
  return printSolved(file, solvers[command], context)
}

/** Time of solving between looks at signals, in milliseconds. */
const SLICE = 25

/** Reads a file of cases and prints the result of each. A malformed case: exit 3, its path on stderr. */
export async function printSolved(file: string, solve: CaseSolver, context: CommandContext): Promise<number> {
  const { io, language, signal } = context
  let place = ''
  try {
    const fields = readCases(await readText(file, context))
    const solved = await heeding(
      answersTask(fields, solve, (path) => (place = path)),
      signal
    )
    io.stdout.write(`${jsonText(solved)}\n`)
    return solved.some(isError) ? exitCodes.diverged : exitCodes.done
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'bug') throw error
    // The sentence of a malformed field begins with its path; the others are about the case as a whole.
    const prefix = error.kind === 'case' || place === '' ? '' : `${place}: `
    io.stderr.write(`${prefix}${error.sentence(language)}\n`)
    return exitCodes.data
  }
}

/** Does work whose answer is printed, unless a signal comes before it is done. Throws: the signal's reason; what the work throws. */
export async function heeding<T>(work: CooperativeTask<T>, signal: AbortSignal): Promise<T> {
  const done = await runCooperatively(work, { signal, slice: SLICE })
  await yieldToEventLoop()
  signal.throwIfAborted()
  return done
}

/** Solves cases in order; `begin` learns the path of each. */
function* answersTask(fields: readonly CaseField[], solve: CaseSolver, begin: (path: string) => void): CooperativeTask<Json[]> {
  const solved: Json[] = []
  for (const field of fields) {
    begin(field.path)
    solved.push(yield* answerTask(field, solve))
    yield 1
  }
  return solved
}

/** Solves a case. One whose numbers cannot be computed has the error in the place of its answer, so that the others have theirs. */
function* answerTask(field: CaseField, solve: CaseSolver): CooperativeTask<Json> {
  try {
    return yield* solve(field)
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'numeric' && error.code !== 'case.not-finite')) throw error
    return { id: readId(field.field('id')), error: { code: error.code, message: error.message } }
  }
}

/** Whether an answer says why there is none. */
function isError(answer: Json): boolean {
  return isJsonObject(answer) && 'error' in answer
}

/** Reads the text of a file, of a pipe, or of standard input for `-`. Throws: data; format, where it is not UTF-8. */
export async function readText(file: string, context: CommandContext): Promise<string> {
  if (file === '-') return context.io.readInput(context.signal)
  return fromUtf8(await readBytes(file, context), file)
}

/** Reads the bytes of a file or a pipe. Throws: data. */
export async function readBytes(file: string, { signal }: CommandContext): Promise<Uint8Array> {
  try {
    return await orAborted(readWhole(file, 'cases', { pipes: true }), signal)
  } catch (error) {
    signal.throwIfAborted()
    throw readError(file, error)
  }
}
