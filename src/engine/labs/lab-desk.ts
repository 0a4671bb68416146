import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { AppError, engineBuild, isToyReference, ownData, ownProblem, type Lab } from '#core'
import type { LabInHand, OpenedLab, StartProblem } from '#shared/contract'
import { loadToyReference } from '../../node/files/load-toy'
import type { DatasetLoader, OpenedData } from '../data/dataset-loader'
import { AnswerFile } from './answer-file'
import { AnswerKeeper, type Clocks } from './answer-keeper'
import { LAB_ENDING, labIn, readLab, requireVersion, type LabSource } from './lab-library'
import { LabWork } from './lab-work'
import { UnfinishedLabFile, type UnfinishedLab } from './unfinished-lab'

export interface LabDeskOptions {
  readonly version: string
  /** The folder of the lessons. */
  readonly lessons: string
  /** The folder in which the app keeps what is its own: copies of answers, and the lab that is worked on. */
  readonly own: string
  readonly clocks?: Clocks
}

const computerClocks: Clocks = { now: () => new Date(), monotonic: () => performance.now() }

/** The number that a preview has the individual data of. */
const PREVIEW = 'preview'

interface Opened extends LabSource {
  readonly isLesson: boolean
}

/**
 * Lessons and labs: one is open at a time, and may be worked on. One that is worked on outlives the process: the next one finds it, and takes
 * it up with the first request that is about it.
 */
export class LabDesk {
  private source: Opened | null = null
  private current: LabWork | null = null
  /** The lab that an earlier process left, until it is taken up or another one is opened. */
  private left: UnfinishedLab | null = null
  private takingUp: Promise<LabWork> | null = null
  private readonly file: UnfinishedLabFile

  constructor(
    private readonly loader: DatasetLoader,
    readonly options: LabDeskOptions
  ) {
    this.file = new UnfinishedLabFile(options.own)
  }

  /** Looks for a lab that an earlier process left. Resolves to what is wrong with what it kept; null where nothing is. */
  async find(): Promise<StartProblem | null> {
    const left = await this.file.read()
    try {
      if (left) this.source = sourceOf(left)
      this.left = left
    } catch (error) {
      await this.file.refuse(error)
    }
    return this.file.problem
  }

  /** The lab that is worked on; null where there is none, and where one that was left is handed in already or was a preview. */
  get inHand(): LabInHand | null {
    const { left, current } = this
    if (current) return { opened: this.shown(), id: current.state().id, isOpen: true }
    if (!left || left.isFinished || left.id === null) return null
    return { opened: this.shown(), id: left.id, isOpen: false }
  }

  /** The lab whose locks hold; a lesson that was left has none. */
  get locks(): Lab | null {
    const found = this.inHand
    return found && (found.isOpen || found.opened.file !== null) ? found.opened.lab : null
  }

  openLesson(name: string): Promise<OpenedLab> {
    return this.open(join(this.options.lessons, name + LAB_ENDING), true)
  }

  openFile(path: string): Promise<OpenedLab> {
    return this.open(path, false)
  }

  /** Begins the lab that is open for a student, or goes on with it; null for a preview. Throws: request.lab-id; request.lab-changed; file. */
  async begin(id: string | null, folder: string | null): Promise<LabWork> {
    const { lab, bytes, path, isLesson } = this.opened()
    if (id !== null && !new RegExp(`^(?:${lab.id})$`).test(id)) throw new AppError('request.lab-id', { form: lab.id })
    const work = await this.start(id, folder)
    this.left = {
      format: 1,
      path,
      base64: Buffer.from(bytes).toString('base64'),
      isLesson,
      id,
      folder,
      isFinished: work.state().isFinished
    }
    await this.file.keep(this.left)
    return work
  }

  /** The work on the lab; what an earlier process left is taken up. Throws: request.no-lab, where there is none. */
  async work(): Promise<LabWork> {
    if (this.current) return this.current
    if (!this.left) throw new AppError('request.no-lab')
    this.takingUp ??= this.start(this.left.id, this.left.folder).finally(() => (this.takingUp = null))
    return this.takingUp
  }

  /** Hands the lab in. Throws: request.lab-closed; request.lab-late; file. */
  async finish(): Promise<LabWork> {
    const work = await this.work()
    work.requireOpen()
    await work.add('finish', null, null)
    if (this.left) await this.file.keep((this.left = { ...this.left, isFinished: true }))
    return work
  }

  /** Closes the lab, which the next process does not find. */
  async leave(): Promise<void> {
    this.source = this.current = this.left = null
    await this.file.keep(null)
  }

  /** The lab that is open. Throws: request.no-lab. */
  opened(): Opened {
    if (!this.source) throw new AppError('request.no-lab')
    return this.source
  }

  /** The lab that is open, as the page is shown it. */
  shown(): OpenedLab {
    const { lab, file, isLesson } = this.opened()
    return { lab, file: isLesson ? null : file }
  }

  /** The table of a student; null where the lab has no data. Throws: data. */
  async data(id: string): Promise<OpenedData | null> {
    const { lab, folder } = this.opened()
    const reference = ownData(lab, id)
    if (reference === null) return null
    if (isToyReference(reference)) return loadToyReference(reference)
    const isFile = /[./\\]/.test(reference)
    return this.loader.read(isFile ? { kind: 'file', path: join(folder, reference) } : this.loader.sample(reference))
  }

  private async open(path: string, isLesson: boolean): Promise<OpenedLab> {
    const source = await readLab(path)
    requireVersion(source.lab, this.options.version)
    await this.leave()
    this.source = { ...source, isLesson }
    return this.shown()
  }

  private async start(number: string | null, folder: string | null): Promise<LabWork> {
    const { lab, hash } = this.opened()
    const { version, clocks = computerClocks } = this.options
    const id = number ?? PREVIEW
    const data = await this.data(id)
    const problem = data && ownProblem(lab, id, data.table)
    const head = { format: 1 as const, lab: lab.lab, labHash: hash, id, app: version, arithmetic: engineBuild }
    const files = number === null ? [] : this.filesFor(number, folder)
    this.current = new LabWork(lab, { id, problem }, await AnswerKeeper.open(files, head, clocks), number === null)
    return this.current
  }

  /** The files of a student's answers: where they are handed in, and on this computer. */
  private filesFor(id: string, asked: string | null): AnswerFile[] {
    const { lab, folder, isLesson } = this.opened()
    const name = `${lab.lab}_${id}.bpans`
    const places = lab.handin.map((place) => (place === 'ask' ? asked : place === 'beside' ? (isLesson ? null : folder) : place))
    const handin = [...new Set(places.filter((place) => place !== null))]
    const local = join(this.options.own, 'answers', name)
    return [...handin.map((place) => new AnswerFile('handin', join(place, name))), new AnswerFile('local', local)]
  }
}

function sourceOf({ path, base64, isLesson }: UnfinishedLab): Opened {
  return { ...labIn(Buffer.from(base64, 'base64'), path), isLesson }
}
