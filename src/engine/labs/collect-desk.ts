import { join } from 'node:path'
import { AppError, toWire } from '#core'
import type { CollectedClass, CollectPlace, CollectState } from '#shared/contract'
import { collectFiles, giveMark, type CollectedFolder } from '../../node/lab/collect-files'
import { readWhole } from '../../node/files/read-whole'
import { readError } from '../../node/files/system-errors'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import { collectedClass } from './collected-class'
import { PagePython } from './page-python'

export interface CollectDeskOptions {
  readonly dataFolder: string
  /** Has the system's file manager show a file or a folder. */
  readonly show: (path: string) => void
}

/** Folders are chosen to be written to, files to be read. */
const modes: Readonly<Record<CollectPlace, 'read' | 'write'>> = {
  lab: 'read',
  folder: 'write',
  roster: 'read',
  secret: 'read',
  out: 'write'
}

/** Collecting a class in the window, by the code of the terminal. */
export class CollectDesk {
  private places: CollectState['places'] = { lab: null, folder: null, roster: null, secret: null, out: null }
  private running: AbortController | null = null
  private done: { readonly folder: CollectedFolder; readonly shown: CollectedClass } | null = null
  private problem: CollectState['problem'] = null
  private giving: Promise<unknown> = Promise.resolve()
  private readonly python: PagePython

  constructor(
    private readonly context: HandlerContext,
    private readonly options: CollectDeskOptions
  ) {
    this.python = new PagePython((event, payload) => context.send(event, payload))
  }

  readonly handlers = {
    collectState: () => this.state(),
    choosePlace: ({ place, grant }) => {
      this.places = { ...this.places, [place]: grant === null ? null : this.context.pathOf(grant, modes[place]) }
      this.problem = null
      return this.state()
    },
    collectClass: async () => {
      await this.collect()
      return this.state()
    },
    cancelCollecting: () => {
      this.cancel()
      return null
    },
    giveMark: async (mark) => {
      // One after the other: each reads what the last one wrote.
      const given = this.giving.then(async () => this.take(await giveMark(this.requireDone(), mark)))
      this.giving = given.catch(() => undefined)
      await given
      return this.state()
    },
    showCollected: ({ id }) => {
      const { out, collected } = this.requireDone()
      const known = collected.members.find((member) => member.id === id)
      this.options.show(known ? join(out, 'feedback', `${known.id}.html`) : join(out, 'marks.csv'))
      return null
    },
    studentPythonSaid: ({ session, message }) => {
      this.python.said(session, message)
      return null
    }
  } satisfies Partial<EngineHandlers>

  /** Ends the collection in progress, if there is one; nothing of it is written. */
  cancel(): void {
    this.running?.abort(new AppError('request.cancelled'))
  }

  private async collect(): Promise<void> {
    const { lab, folder, out, ...optional } = this.places
    if (this.running || lab === null || folder === null || out === null) throw notNow()
    const running = (this.running = new AbortController())
    let path: string | null = null
    this.problem = null
    try {
      const collected = await collectFiles(
        { lab, folder, out, ...optional },
        {
          signal: running.signal,
          dataFolder: this.options.dataFolder,
          readLab: (file) => readWhole(file, 'settings').catch((error: unknown) => Promise.reject(readError(file, error) as Error)),
          createPython: (limits) => this.python.create(limits),
          onReading: (file) => (path = file),
          onProgress: (done, total, { file }) => this.context.send('collectProgress', { done, total, file })
        }
      )
      this.take(collected)
    } catch (error) {
      this.problem = { error: toWire(error), path }
    } finally {
      this.running = null
    }
  }

  private take(folder: CollectedFolder): void {
    this.done = { folder, shown: collectedClass(folder) }
  }

  private state(): CollectState {
    const { places, running, done, problem } = this
    return { places, isRunning: running !== null, collected: done?.shown ?? null, out: done?.folder.out ?? null, problem }
  }

  private requireDone(): CollectedFolder {
    if (!this.done || this.running) throw notNow()
    return this.done.folder
  }
}

/** The page offers nothing of this. */
function notNow(): AppError {
  return new AppError('request.invalid', { name: 'collect', problem: 'there is no class, or it is being collected' })
}
