import {
  AppError,
  markAnswers,
  markOf,
  ownProblem,
  ownSettings,
  ownToyTable,
  pythonLimitsOf,
  runProgram,
  say,
  type BackwardProblem,
  type CodeTask,
  type Lab,
  type Mark,
  type Problem,
  type PythonEngine,
  type PythonLimits,
  type RunProgram,
  type Submission,
  type Table,
  type Text
} from '#core'
import { repeatRun } from './repeat-run'
import { secretSeed, type Secret } from './secret'

/** The part of a collection that is the same for all students. */
export interface Marking {
  readonly lab: Lab
  /** The table of the lab's file or sample; null where each student has their own, or there are no data. */
  readonly table: Table | null
  readonly secret: Secret
  readonly signal: AbortSignal
  createPython(limits: PythonLimits): PythonEngine
}

/** A student's marks, their own network, and what could not be marked. */
export interface StudentMarks {
  readonly own: BackwardProblem | null
  readonly marks: readonly Mark[]
  readonly problems: readonly Problem[]
}

/** Why no program is run, for all students: there is no Python here. */
const noPython: ReadonlySet<string> = new Set(['file.no-python', 'file.python-in-package'])

/**
 * Marks what a student handed in: their data and network are computed again, runs are trained again, programs run in a Python of their own. A
 * task that cannot be marked is left to a person and named; it does not stop the others. Throws: the signal's reason.
 */
export async function markStudent({ id, file, events }: Submission, marking: Marking): Promise<StudentMarks> {
  const { lab, secret, signal } = marking
  const problems: Problem[] = []
  const tell = (code: Problem['code'], details: Problem['details'], cause?: Text) =>
    void problems.push({ file, id, code, details, ...(cause && { cause }) })
  const { table, own } = ownPart(id, marking)
  const marks: Mark[] = []
  for (const section of lab.sections) {
    signal.throwIfAborted()
    const marker = {
      runProgram: (source: string, task: CodeTask, problem: BackwardProblem) =>
        inPython(source, task, problem, secretSeed(secret, section.id), marking, (cause) =>
          tell('lab-collect.program', { section: section.id }, cause)
        ),
      repeatRun: (settings: Parameters<typeof repeatRun>[0]) =>
        table ? repeatRun(settings, table, ownSettings(lab, id, table), lab, signal) : Promise.resolve({ figures: null, broken: null })
    }
    try {
      marks.push(...(await markAnswers({ ...lab, sections: [section] }, { id, events, own }, marker)))
    } catch (error) {
      signal.throwIfAborted()
      tell('lab-collect.failed', { section: section.id, reason: error instanceof Error ? error.message : String(error) })
      marks.push(markOf(section.id, null, section.points, say('lab-marks.by-hand')))
    }
  }
  return { own, marks, problems }
}

/** A student's own table and network; none where the lab has no data, or no network can be made of them. */
function ownPart(id: string, { lab, table }: Marking): { table: Table | null; own: BackwardProblem | null } {
  const ownTable = table ?? ownToyTable(lab, id)
  if (!ownTable) return { table: null, own: null }
  try {
    return { table: ownTable, own: ownProblem(lab, id, ownTable) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { table: ownTable, own: null }
  }
}

/** Runs a program in a Python that no other program has been in; null where there is none. */
async function inPython(
  source: string,
  task: CodeTask,
  problem: BackwardProblem,
  seed: number,
  { createPython, signal }: Marking,
  onFailure: (sentence: Text) => void
): Promise<RunProgram | null> {
  const python = createPython(pythonLimitsOf(task))
  const stop = () => python.kill()
  signal.addEventListener('abort', stop)
  try {
    const run = await runProgram(python, source, task, problem, seed)
    signal.throwIfAborted()
    if ('failure' in run) onFailure(run.failure.sentence)
    return run
  } catch (error) {
    if (error instanceof AppError && noPython.has(error.code)) return null
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    python.kill()
  }
}
