import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import {
  answerValues,
  AppError,
  engineBuild,
  hintValue,
  isToyReference,
  ownData,
  ownProblem,
  ownSettings,
  settingsJson,
  type AnswerEvent,
  type BackwardProblem,
  type LabSection
} from '#core'
import type { LabState } from '#shared/contract'
import * as v from 'valibot'
import { loadToyReference } from '../../node/files/load-toy'
import { writeAtomically } from '../../node/files/write-atomically'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import type { OpenedData } from '../data/dataset-loader'
import { AnswerFile } from './answer-file'
import { AnswerKeeper, type Clocks } from './answer-keeper'
import { LAB_ENDING, listLessons, readLab, requireVersion, type LabSource } from './lab-library'
import { runAnswer } from './run-answer'
import { sectionStates, type Student } from './section-states'

export interface LabDeskOptions {
  readonly version: string
  /** The folder of the lessons. */
  readonly lessons: string
  /** The folder of the copies of answers on this computer. */
  readonly copies: string
  readonly clocks?: Clocks
}

const computerClocks: Clocks = { now: () => new Date(), monotonic: () => performance.now() }

/** The number that a preview has the individual data of. */
const PREVIEW = 'preview'

/** A lab that somebody works on, or looks at as one who does. */
interface Work {
  readonly student: Student
  readonly isPreview: boolean
  readonly keeper: AnswerKeeper
}

/** Lessons and labs: one is open at a time, and may be worked on. */
export class LabDesk {
  private source: (LabSource & { readonly isLesson: boolean }) | null = null
  private work: Work | null = null

  constructor(
    private readonly context: HandlerContext,
    private readonly options: LabDeskOptions
  ) {}

  readonly handlers = {
    lessons: () => listLessons(this.options.lessons),
    openLesson: ({ name }) => this.open(join(this.options.lessons, name + LAB_ENDING), true),
    openLabFile: ({ grant }) => this.open(this.context.pathOf(grant, 'read'), false),
    saveLabFile: async ({ grant }) => {
      const path = this.context.pathOf(grant, 'write')
      await writeAtomically(path, this.opened().bytes)
      return { path }
    },
    beginLab: async ({ id, folder }) => {
      const { lab } = this.opened()
      if (!new RegExp(`^(?:${lab.id})$`).test(id)) throw new AppError('request.lab-id', { form: lab.id })
      return this.begin(id, this.filesFor(id, folder === null ? null : this.context.pathOf(folder, 'write')), false)
    },
    previewLab: () => this.begin(PREVIEW, [], true),
    labAtWork: () => (this.work ? { opened: this.shown(), state: this.state() } : null),
    answerLab: async ({ section, kind, value }) => {
      const asked = this.openSection(section)
      const form: v.GenericSchema =
        kind === 'answer' && asked.task ? answerValues[asked.task.kind] : kind === 'hint' ? hintValue : answerValues.code
      if (!v.is(form, value))
        throw new AppError('request.invalid', { name: 'answerLab', problem: 'the answer has not the form of its task' })
      return this.add(kind, section, value)
    },
    answerWithRun: async ({ section }) => {
      this.openSection(section)
      const { data, chosen } = this.context.experiment
      const settings = settingsJson({ data: { origin: data.origin, name: data.name, sha256: data.sha256 }, settings: chosen })
      return this.add('answer', section, runAnswer(settings, this.context.requireRunner().trainer))
    },
    openLabData: async () => {
      const { student } = this.requireWork()
      const data = await this.data(student.id)
      if (!data) throw new AppError('request.no-lab')
      return this.context.openData(data, ownSettings(this.opened().lab, student.id, data.table))
    },
    finishLab: async () => {
      this.requireOpen()
      await this.requireWork().keeper.add('finish', null, null)
      return this.state()
    },
    leaveLab: () => {
      this.source = this.work = null
      return null
    }
  } satisfies Partial<EngineHandlers>

  private async open(path: string, isLesson: boolean) {
    const source = await readLab(path)
    requireVersion(source.lab, this.options.version)
    this.work = null
    this.source = { ...source, isLesson }
    return this.shown()
  }

  private async begin(id: string, files: readonly AnswerFile[], isPreview: boolean): Promise<LabState> {
    const { lab, hash } = this.opened()
    const data = await this.data(id)
    const problem: BackwardProblem | null = data && ownProblem(lab, id, data.table)
    const start = { format: 1 as const, lab: lab.lab, labHash: hash, id, app: this.options.version, arithmetic: engineBuild }
    const keeper = await AnswerKeeper.open(files, start, this.options.clocks ?? computerClocks)
    this.work = { student: { id, problem }, isPreview, keeper }
    return this.state()
  }

  /** The files of a student's answers: where they are handed in, and on this computer. */
  private filesFor(id: string, asked: string | null): AnswerFile[] {
    const { lab, folder, isLesson } = this.opened()
    const name = `${lab.lab}_${id}.bpans`
    const places = lab.handin.map((place) => (place === 'ask' ? asked : place === 'beside' ? (isLesson ? null : folder) : place))
    const handin = [...new Set(places.filter((place) => place !== null))]
    return [...handin.map((place) => new AnswerFile('handin', join(place, name))), new AnswerFile('local', join(this.options.copies, name))]
  }

  /** The table of a student; null where the lab has no data. Throws: data. */
  private async data(id: string): Promise<OpenedData | null> {
    const { lab, folder } = this.opened()
    const reference = ownData(lab, id)
    if (reference === null) return null
    if (isToyReference(reference)) return loadToyReference(reference)
    const { loader } = this.context
    const isFile = /[./\\]/.test(reference)
    return loader.read(isFile ? { kind: 'file', path: join(folder, reference) } : loader.sample(reference))
  }

  private async add(kind: AnswerEvent['kind'], section: string, value: unknown): Promise<LabState> {
    await this.requireWork().keeper.add(kind, section, value)
    return this.state()
  }

  /** A section with a task that takes answers. Throws: request.lab-closed; request.lab-late. */
  private openSection(id: string): LabSection {
    const section = this.opened().lab.sections.find((one) => one.id === id)
    if (!section?.task) throw new AppError('request.invalid', { name: 'answerLab', problem: `there is no task ${id}` })
    this.requireOpen()
    if (this.state().sections[id].isClosed) throw new AppError('request.lab-closed')
    return section
  }

  private requireOpen(): void {
    const { isFinished, isLate } = this.state()
    if (isFinished) throw new AppError('request.lab-closed')
    if (isLate && this.opened().lab.late === 'refuse') throw new AppError('request.lab-late')
  }

  private state(): LabState {
    const { lab } = this.opened()
    const { student, isPreview, keeper } = this.requireWork()
    const { elapsed, events, places, receipt, isResumed, keptBeside } = keeper
    const isFinished = events.some(({ kind }) => kind === 'finish')
    return {
      lab: lab.lab,
      id: isPreview ? null : student.id,
      data: ownData(lab, student.id),
      own: caseOf(student),
      elapsed,
      isLate: lab.minutes !== null && elapsed > lab.minutes * 60_000 && lab.late !== 'allow',
      sections: sectionStates(lab, student, events, isFinished),
      places,
      isResumed,
      keptBeside,
      isFinished,
      receipt
    }
  }

  private shown() {
    const { lab, file, isLesson } = this.opened()
    return { lab, file: isLesson ? null : file }
  }

  private opened() {
    if (!this.source) throw new AppError('request.no-lab')
    return this.source
  }

  private requireWork(): Work {
    if (!this.work) throw new AppError('request.no-lab')
    return this.work
  }
}

function caseOf({ problem }: Student): LabState['own'] {
  if (!problem) return null
  const { network, objective, parameters, batch } = problem
  return { id: 'own', network, objective, parameters, samples: batch }
}
