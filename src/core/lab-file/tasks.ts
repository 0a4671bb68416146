import { lessonCaseNames } from '../lab/lesson-cases'
import { enginePathForm, parseEnginePath } from '../lab-truth/engine-path'
import { isStageName, stageForm } from '../lab-truth/stages'
import type { Text } from '../messages/texts-of'
import { mistakeNames, type MistakeName } from '../mistakes/catalogue'
import { readFields, type FieldText, type Fields, type Line } from './fields'
import { amount, bilingual, choice, choices, list, matched, optional, refuse, required, whole } from './values'

/** A number to be predicted before it is computed: a value of the engine, or a number. */
export interface PredictTask {
  readonly kind: 'predict'
  readonly answer: { readonly engine: string } | { readonly number: number }
  readonly tolerance: number
  readonly tries: number
  readonly then: 'reveal' | 'keep'
}

/** A mistake to be found from the table of the check; one of several is drawn for each student. */
export interface BugTask {
  readonly kind: 'bug'
  readonly lesson: string
  readonly faults: readonly MistakeName[]
  readonly ask: readonly BugQuestion[]
}
const bugQuestions = ['tensor', 'line', 'why'] as const
export type BugQuestion = (typeof bugQuestions)[number]

/** A backward pass to be written. */
export interface CodeTask {
  readonly kind: 'code'
  /** The worked example whose network is the student's own; null for that of the lab's data. */
  readonly lesson: string | null
  readonly function: string
  /** The results that are judged, with the points of each. */
  readonly stages: readonly { readonly name: string; readonly points: number }[]
  /** The networks that it is judged on: the student's own, and so many others. */
  readonly nets: { readonly own: boolean; readonly random: number }
  readonly limit: { readonly seconds: number; readonly megabytes: number }
  /** Whether a stage is judged from the student's own results of the stage before. */
  readonly carry: boolean
  readonly hints: { readonly after: number; readonly cost: number } | null
}

/** A text to be written. */
export interface TextTask {
  readonly kind: 'text'
  readonly words: { readonly least: number; readonly most: number } | null
  readonly rubric: readonly { readonly point: Text; readonly points: number }[]
}

/** A network to be trained until a figure is reached. */
export interface RunTask {
  readonly kind: 'run'
  readonly goal: { readonly figure: RunFigure; readonly relation: '<' | '>'; readonly value: number }
}
const runFigures = ['train.loss', 'test.loss', 'train.accuracy', 'test.accuracy'] as const
export type RunFigure = (typeof runFigures)[number]

export type LabTask = PredictTask | BugTask | CodeTask | TextTask | RunTask
export type TaskKind = LabTask['kind']

/** Reads the block of a task. */
type Reader<Task extends LabTask> = (lines: readonly Line[], start: number) => Task

const codeKeys = ['language', 'lesson', 'function', 'stages', 'nets', 'limit', 'carry', 'hints'] as const

/** The kinds of tasks, by the word behind the fence of their block. */
const readers: { readonly [Kind in TaskKind]: Reader<Extract<LabTask, { readonly kind: Kind }>> } = {
  predict(lines, start) {
    const fields = readFields(lines, ['answer', 'tolerance', 'tries', 'then'], start)
    return {
      kind: 'predict',
      answer: required(fields, 'answer', answer),
      tolerance: optional(fields, 'tolerance', amount, 1e-6),
      tries: optional(fields, 'tries', whole(1, 99), 1),
      then: optional(fields, 'then', choice(['reveal', 'keep'] as const), 'reveal')
    }
  },
  bug(lines, start) {
    const fields = readFields(lines, ['lesson', 'fault', 'ask'], start)
    return {
      kind: 'bug',
      lesson: required(fields, 'lesson', choice(lessonCaseNames)),
      faults: required(fields, 'fault', faults),
      ask: optional(fields, 'ask', choices(bugQuestions), ['tensor'])
    }
  },
  code(lines, start) {
    const fields = readFields(lines, codeKeys, start)
    required(fields, 'language', choice(['python']))
    return {
      kind: 'code',
      lesson: optional(fields, 'lesson', choice(lessonCaseNames), null),
      function: optional(fields, 'function', signature, 'backward(P, X, y, reg)'),
      stages: required(fields, 'stages', stages),
      nets: optional(fields, 'nets', nets, { own: true, random: 5 }),
      limit: optional(fields, 'limit', limit, { seconds: 5, megabytes: 256 }),
      carry: optional(fields, 'carry', choice(['yes', 'no'] as const), 'yes') === 'yes',
      hints: hintsOf(fields)
    }
  },
  text(lines, start) {
    const fields = readFields(lines, ['words', 'rubric'], start)
    return {
      kind: 'text',
      words: optional(fields, 'words', words, null),
      rubric: optional(fields, 'rubric', rubric, [])
    }
  },
  run(lines, start) {
    const fields = readFields(lines, ['goal'], start)
    return { kind: 'run', goal: required(fields, 'goal', goal) }
  }
}

export const taskKinds = Object.keys(readers) as TaskKind[]

/** Reads the block of a task. Throws: lab-file. */
export function readTask(kind: TaskKind, lines: readonly Line[], start: number): LabTask {
  return readers[kind](lines, start)
}

function answer(field: FieldText, key: string): PredictTask['answer'] {
  const [engine, number] = matched(field, key, /^(?:engine\s+(\S+)|([-−+]?[\d.]+(?:e[+-]?\d+)?))$/i, `${enginePathForm} | 0.25`)
  if (engine !== undefined) {
    if (!parseEnginePath(engine)) throw refuse(field, key, enginePathForm)
    return { engine }
  }
  const value = Number(number.replace('−', '-'))
  if (!Number.isFinite(value)) throw refuse(field, key, '0.25')
  return { number: value }
}

function faults(field: FieldText, key: string): MistakeName[] {
  const [several, one] = matched(field, key, /^(?:\{pick\s+(.+)\}|([\w-]+))$/, '{pick unmasked-relu, half-regularizer} | unmasked-relu')
  return choices(mistakeNames)({ ...field, text: several ?? one }, key)
}

/** The name of a function and its arguments. */
function signature(field: FieldText, key: string): string {
  const [name, parameters] = matched(field, key, /^([A-Za-z_]\w*)\(\s*([\w\s,]*)\)$/, 'backward(P, X, y, reg)')
  return `${name}(${list({ ...field, text: parameters }).join(', ')})`
}

function stages(field: FieldText, key: string): CodeTask['stages'] {
  return list(field).map((part) => {
    const [name, points] = matched({ ...field, text: part }, key, /^([A-Za-z]\w*)\s+(\d{1,3})$/, stageForm)
    if (!isStageName(name)) throw refuse({ ...field, text: part }, key, stageForm)
    return { name, points: Number(points) }
  })
}

function nets(field: FieldText, key: string): CodeTask['nets'] {
  const [own, random, alone] = matched(field, key, /^(?:(own)(?:\s*,\s*random\s+(\d{1,2}))?|random\s+(\d{1,2}))$/, 'own, random 5')
  return { own: own !== undefined, random: Number(random ?? alone ?? 0) }
}

function limit(field: FieldText, key: string): CodeTask['limit'] {
  const [seconds, megabytes] = matched(field, key, /^(\d{1,3})\s*s\s*,\s*(\d{1,4})\s*MB$/, '5 s, 256 MB')
  return { seconds: Number(seconds), megabytes: Number(megabytes) }
}

function hintsOf(fields: Fields<(typeof codeKeys)[number]>): CodeTask['hints'] {
  return optional(
    fields,
    'hints',
    (field, key) => {
      const [after, cost] = matched(field, key, /^after\s+(\d{1,2})\s*,\s*cost\s+(\d{1,3})$/, 'after 2, cost 0')
      return { after: Number(after), cost: Number(cost) }
    },
    null
  )
}

function words(field: FieldText, key: string): TextTask['words'] {
  const [least, most] = matched(field, key, /^(\d{1,5})\.\.(\d{1,5})$/, '30..120').map(Number)
  if (least > most) throw refuse(field, key, '30..120')
  return { least, most }
}

function rubric(field: FieldText, key: string): TextTask['rubric'] {
  return field.text.split(/[;；]/).map((part) => {
    const [point, points] = matched({ ...field, text: part.trim() }, key, /^(.+?)\s*=\s*(\d{1,3})$/, '中文|English = 2; 中文|English = 1')
    return { point: bilingual({ ...field, text: point }, key), points: Number(points) }
  })
}

function goal(field: FieldText, key: string): RunTask['goal'] {
  const [figure, relation, value] = matched(field, key, /^([a-z.]+)\s*([<>])\s*([\d.]+(?:e[+-]?\d+)?)$/i, 'test.loss < 0.1')
  return {
    figure: choice(runFigures)({ ...field, text: figure }, key),
    relation: relation === '<' ? '<' : '>',
    value: amount({ ...field, text: value }, key)
  }
}
