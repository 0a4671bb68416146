import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError, readSession, writeSession, type SavedRun, type Settings, type ToySource } from '#core'
import type { StartProblem } from '#shared/contract'
import { copyDataFile } from '../../node/files/copy-data-file'
import type { LoadedData } from '../../node/files/data-file'
import { restoreToy, type ToyData } from '../../node/files/load-toy'
import { sweepTemporaries } from '../../node/files/replace-file'
import { requireSafetensorsStart } from '../../node/files/weights-start'
import { makeFolder, StateFile } from '../../node/files/state-file'
import { ownWriteError, writeError } from '../../node/files/system-errors'
import type { DatasetLoader, DataSource, OpenedData } from '../data/dataset-loader'
import type { Experiment } from '../run/experiment'

const FILE = 'session.safetensors'

/** A session that was read back. */
export interface RestoredSession {
  readonly data: OpenedData
  readonly settings: Settings
  readonly run?: SavedRun
}

/** The experiment on disk: one file, and beside it a copy of its table. */
export class SessionStore {
  private readonly file: StateFile<RestoredSession>

  constructor(
    private readonly folder: string,
    private readonly loader: DatasetLoader
  ) {
    this.file = new StateFile({
      folder,
      name: FILE,
      kind: 'session',
      before: requireSafetensorsStart,
      parse: (bytes) => this.restore(bytes),
      belongs: isCopy
    })
  }

  /** Why the last session could not be restored; null where it was, or where there was none. */
  get problem(): StartProblem | null {
    return this.file.problem
  }

  /** Writes the experiment as it stands. Throws: file. */
  async save(experiment: Experiment): Promise<void> {
    const { data, chosen: settings, snapshot } = experiment
    const bytes = writeSession({ data, settings, run: snapshot })
    this.file.requireWritable()
    try {
      await makeFolder(this.folder)
      if (data.origin !== 'sample') await this.keepData(data)
      await this.file.write(bytes)
      // Only now does no session name the old tables any more.
      await this.removeOtherData(data)
    } catch (error) {
      throw ownWriteError(error)
    }
  }

  /** The last session; null when there is none, and when it cannot be restored. */
  async load(): Promise<RestoredSession | null> {
    return this.file.read()
  }

  /** The session that was read cannot be opened. */
  refuse(why: unknown): Promise<void> {
    return this.file.refuse(why)
  }

  /** Removes what a process that was ended while it wrote has left. One process at a time writes here. */
  sweep(): Promise<void> {
    return sweepTemporaries(this.folder, performance.timeOrigin)
  }

  private async restore(bytes: Uint8Array): Promise<RestoredSession> {
    const { data: source, settings, run } = readSession(bytes, FILE)
    const data = source.toy ? await this.openToy(source.toy, source.sha256) : await this.loader.read(this.sourceOf(source), source.reading)
    if (data.sha256 !== source.sha256) throw new AppError('data.changed', { name: source.name })
    return { data, settings, ...(run ? { run } : {}) }
  }

  private sourceOf({ origin, name, sha256 }: { origin: LoadedData['origin']; name: string; sha256: string }): DataSource {
    return origin === 'sample' ? this.loader.sample(name) : { kind: 'file', path: this.copyOf(sha256), name }
  }

  private async openToy(toy: ToySource, sha256: string): Promise<ToyData> {
    return restoreToy(toy, await readFile(this.copyOf(sha256)))
  }

  private copyOf(sha256: string): string {
    return join(this.folder, `${sha256}.csv`)
  }

  /** Keeps a copy of the data, so that the session is whole when the file has moved. */
  private async keepData(data: LoadedData): Promise<void> {
    const kept = this.copyOf(data.sha256)
    if (!(await this.copies()).includes(basename(kept))) await copyDataFile(data, kept)
  }

  private async removeOtherData({ origin, sha256 }: LoadedData): Promise<void> {
    const kept = origin === 'sample' ? null : basename(this.copyOf(sha256))
    const others = (await this.copies()).filter((file) => file !== kept)
    // One that stays takes room and does no harm; the next saving tries again.
    await Promise.allSettled(others.map((file) => rm(join(this.folder, file), { force: true })))
  }

  private async copies(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter(isCopy)
    } catch (error) {
      throw writeError(this.folder, error)
    }
  }
}

function isCopy(file: string): boolean {
  return file.endsWith('.csv')
}
