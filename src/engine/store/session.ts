import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError, readSession, writeSession, type SavedRun, type Settings, type ToySource } from '#core'
import { copyDataFile } from '../../node/files/copy-data-file'
import type { LoadedData } from '../../node/files/data-file'
import { restoreToy, type ToyData } from '../../node/files/load-toy'
import { readIfPresent } from '../../node/files/read-if-present'
import { sweepTemporaries } from '../../node/files/replace-file'
import { writeError } from '../../node/files/system-errors'
import { writeAtomically } from '../../node/files/write-atomically'
import type { DatasetLoader, DataSource, OpenedData } from '../data/dataset-loader'
import type { Experiment } from '../run/experiment'

const FILE = 'session.safetensors'
/** A session that cannot be restored is moved into a folder of this name, with a number where there is one already. */
const SET_ASIDE = 'unreadable-session'

/** A session that was read back. */
export interface RestoredSession {
  readonly data: OpenedData
  readonly settings: Settings
  readonly run?: SavedRun
}

export class SessionStore {
  /** The reason why a session that cannot be restored could not be moved aside either: it is not overwritten. */
  private blockedBy: unknown = null

  constructor(
    private readonly folder: string,
    private readonly loader: DatasetLoader
  ) {}

  /** Writes the experiment as it stands. Throws: file. */
  async save(experiment: Experiment): Promise<void> {
    const { data, chosen: settings, snapshot } = experiment
    const bytes = writeSession({ data, settings, run: snapshot })
    if (this.blockedBy) throw writeError(this.folder, this.blockedBy)
    await mkdir(this.folder, { recursive: true })
    if (data.origin !== 'sample') await this.keepData(data)
    await writeAtomically(join(this.folder, FILE), bytes)
    // Only now does no session name the old tables any more.
    await this.removeOtherData(data)
  }

  /**
   * The last session; null when there is none. One that cannot be restored is moved into a folder of its own, and not overwritten.
   * Throws: format, data, file.
   */
  async load(): Promise<RestoredSession | null> {
    await sweepTemporaries(this.folder)
    try {
      const bytes = await readIfPresent(join(this.folder, FILE))
      return bytes && (await this.restore(bytes))
    } catch (error) {
      await this.setAside()
      throw error
    }
  }

  private async restore(bytes: Uint8Array): Promise<RestoredSession> {
    const { data: source, settings, run } = readSession(bytes, FILE)
    const data = source.toy ? await this.openToy(source.toy, source.sha256) : await this.loader.read(this.sourceOf(source), source.reading)
    if (data.sha256 !== source.sha256) throw new AppError('data.changed', { name: source.name })
    return { data, settings, ...(run ? { run } : {}) }
  }

  private async setAside(): Promise<void> {
    try {
      const files = await readdir(this.folder)
      let name = SET_ASIDE
      for (let number = 2; files.includes(name); number++) name = `${SET_ASIDE}-${number}`
      await mkdir(join(this.folder, name))
      const moved = files.filter((file) => file === FILE || file.endsWith('.csv'))
      await Promise.all(moved.map((file) => rename(join(this.folder, file), join(this.folder, name, file))))
      console.error(`The session could not be restored and was moved to ${join(this.folder, name)}.`)
    } catch (error) {
      this.blockedBy = error
      console.error('The session could not be restored, and is not overwritten:', error)
    }
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
    await Promise.all(others.map((file) => rm(join(this.folder, file), { force: true })))
  }

  private async copies(): Promise<string[]> {
    return (await readdir(this.folder)).filter((file) => file.endsWith('.csv'))
  }
}
