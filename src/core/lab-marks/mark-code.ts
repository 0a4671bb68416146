import { stageOf, type Stage } from '../lab-truth/stages'
import type { GradientJudgement } from '../lab/judge-gradients'
import { judgeSolved, solveProgram, type ProgramFailure, type SolvedNetwork } from '../lab/student-program'
import type { CodeTask } from '../lab-file/tasks'
import type { BackwardProblem } from '../mistakes/backward-problem'
import type { BackwardSteps } from '../mistakes/backward-steps'
import { mistakeOf } from '../mistakes/catalogue'
import type { PlacedMistake } from '../mistakes/mistaken-gradients'
import { practiceProblems } from '../mistakes/practice-problems'
import type { PythonEngine, PythonLimits } from '../python/python-engine'
import { judgeStages, type StageOutcome } from './judge-stages'
import { markOfParts, say, type Mark, type MarkPart } from './mark'

/** A program that has been run, or why it could not be. */
export type RunProgram =
  { readonly judgement: GradientJudgement; readonly solved: readonly (SolvedNetwork | null)[] } | { readonly failure: ProgramFailure }

/** Runs a program on a student's own network and on as many others as the task has, drawn by a seed that only the teacher knows. */
export async function runProgram(
  engine: PythonEngine,
  source: string,
  task: CodeTask,
  own: BackwardProblem,
  seed: number
): Promise<RunProgram> {
  // The program does not know other weights of the classes than those of its own network.
  const others = own.objective.loss.classWeights ? [] : practiceProblems(own, task.nets.random, seed)
  const watch = namesOfStages(own.network.layers.length)
  const limits = pythonLimitsOf(task)
  const solved = await solveProgram(engine, source, [own, ...others], () => undefined, { watch, limits })
  if (!Array.isArray(solved)) return { failure: solved }
  const [first, ...practice] = solved
  if (!first) throw new TypeError('a program was solved without an answer')
  return { judgement: await judgeSolved(engine, source, first, practice), solved }
}

/** The limits that a task sets for its programs. */
export function pythonLimitsOf({ limit: { seconds, megabytes } }: CodeTask): PythonLimits {
  return { seconds, memory: megabytes }
}

/** The names under which a program may keep what it passes back. */
function namesOfStages(layers: number): string[] {
  const numbered = Array.from({ length: layers }, (_, l) => ['dZ', 'dA', 'dH'].map((name) => `${name}${l + 1}`))
  return ['ds', 'dscores', 'dZ', 'dA', 'dH', ...numbered.flat()]
}

/**
 * Marks a program stage by stage: a stage earns its points where it comes out on every network. With `carry`, a mistake costs the stage in
 * which it is made alone: stages after it count where they follow from what the program itself passed back, or where the mistakes that
 * explain all of its gradients lie elsewhere.
 */
export function markCode(section: { readonly id: string }, task: CodeTask, run: RunProgram): Mark {
  const { id } = section
  const part = (stage: CodeTask['stages'][number], points: number): MarkPart => ({
    name: { en: stage.name, zh: stage.name },
    points,
    of: stage.points
  })
  if ('failure' in run) {
    const parts = task.stages.map((stage) => part(stage, 0))
    return markOfParts(id, parts, [run.failure.sentence])
  }
  const { judgement, solved } = run
  const names = task.stages.map(({ name }) => name)
  const counted = task.nets.own || solved.length === 1 ? solved : solved.slice(1)
  const judged = counted.map((one) => one && judgeStages(one, names, task.carry))
  const layers = solved[0]?.problem.network.layers.length ?? 0
  const spoiled = judgement.made.length > 0 ? spoiledStages(judgement.made, names, layers) : null
  const outcomes = names.map((_, s): StageOutcome => {
    const all = judged.map((stages) => stages?.[s] ?? 'wrong')
    if (all.every((one) => one === 'right')) return 'right'
    const isElsewhere = task.carry && spoiled !== null && !spoiled.has(s) && stageOf(names[s], layers)?.of !== 'loss'
    return all.every((one) => one !== 'wrong') || isElsewhere ? 'carried' : 'wrong'
  })
  const parts = task.stages.map((stage, s) => part(stage, outcomes[s] === 'wrong' ? 0 : stage.points))
  const carried = names.filter((_, s) => outcomes[s] === 'carried')
  const sentences = [judgement.sentence, ...(carried.length > 0 ? [say('lab-marks.carried', { stages: carried.join(', ') })] : [])]
  return markOfParts(id, parts, sentences, judgement.mistakes)
}

/** The places of the stages in which mistakes are made; one in a stage that the task does not name costs that which uses it. */
function spoiledStages(made: readonly PlacedMistake[], names: readonly string[], layers: number): ReadonlySet<number> {
  const stages = names.map((name) => stageOf(name, layers))
  const placesOf = (isOf: (stage: Stage) => boolean) => stages.flatMap((stage, s) => (stage && isOf(stage) ? [s] : []))
  return new Set(
    made.flatMap(({ name, layer }) => {
      const { step } = mistakeOf(name)
      // What comes out of a layer on the way back belongs to the one before it.
      const at = layer === null ? null : step === 'inputGradient' ? layer - 1 : layer
      const choices = stagesOfStep[step].map((of) =>
        placesOf((one) => one.of === of && (isAtOutput.has(step) ? one.layer === layers - 1 : at === null || one.layer === at))
      )
      return choices.find((places) => places.length > 0) ?? placesOf(({ of }) => of !== 'loss')
    })
  )
}

/** The stage that has a step, or else that which uses it. */
const stagesOfStep: Readonly<Record<keyof BackwardSteps, readonly Stage['of'][]>> = {
  outputGradient: ['dZ'],
  throughActivation: ['dZ'],
  inputGradient: ['dA', 'dZ'],
  weightGradient: ['dW'],
  weightPenalty: ['dW'],
  biasGradient: ['db', 'dW'],
  biasPenalty: ['db', 'dW'],
  finish: ['dZ']
}

/** The steps that are taken once, at the output. */
const isAtOutput: ReadonlySet<keyof BackwardSteps> = new Set(['outputGradient', 'finish'])
