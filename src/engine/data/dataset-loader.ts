import { basename, join } from 'node:path'
import { summaryTask, AppError, readCsv, type CooperativeTask, type ReadingRequest } from '#core'
import type { LoadProgress } from '#shared/contract'
import { sampleNamed, samples } from '#shared/samples'
import { loadData, loadSample, sha256, type LoadedData } from '../../node/files/data-file'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import { TaskSlot } from '../../node/tasks/task-slot'

/** The origin of a table. A file's path never reaches the page. */
export type DataSource =
  | { readonly kind: 'sample' | 'file'; readonly path: string; readonly name?: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly name: string }

/** A table, and where it was read from in what way; one that was not read has neither. */
export interface OpenedData extends LoadedData {
  readonly source?: DataSource
  readonly reading?: ReadingRequest
}

/** The most progress events a second are one a display frame of 60. */
const FRAME = 16

const asFound: ReadingRequest = { options: {} }

/**
 * Reads data for the experiment, one source at a time: a new one ends the one before. It remembers the source that is
 * open and the one that was refused last, so that either can be read again in another way.
 */
export class DatasetLoader {
  private readonly slot = new TaskSlot('data.cancelled')
  private opened: DataSource | null = null
  private refused: DataSource | null = null

  constructor(
    private readonly dataFolder: string,
    private readonly onProgress: (progress: LoadProgress) => void
  ) {}

  /** A table is open now. */
  adopt({ source }: OpenedData): void {
    this.opened = source ?? null
    this.refused = null
  }

  /** One of the data sets that come with the app. Throws: data, when there is none of that name. */
  sample(name: string): DataSource {
    const known = sampleNamed(name)
    if (!known) throw new AppError('data.no-sample', { name, samples: samples.map((one) => one.name).join(', ') })
    return { kind: 'sample', name, path: join(this.dataFolder, `${name}.csv`) }
  }

  /** Reads a source. Throws: data, `data.cancelled` among them; the source can then be read again as the refused one. */
  async read(source: DataSource, reading: ReadingRequest = asFound): Promise<OpenedData> {
    const signal = this.slot.begin()
    try {
      const data = await this.load(source, reading, signal)
      await this.count(data, signal)
      return { ...data, source, reading }
    } catch (error) {
      this.refused = source
      throw error
    }
  }

  /** Reads the open source, or the one refused last, in another way. Throws: data; request, when there is none. */
  readAgain(which: 'open' | 'refused', reading: ReadingRequest): Promise<OpenedData> {
    const source = which === 'open' ? this.opened : this.refused
    if (!source) throw new AppError('request.no-source')
    return this.read(source, reading)
  }

  /** Ends the reading in progress, if there is one, with `data.cancelled`. */
  cancel(): void {
    this.slot.cancel()
  }

  /** Counts what is in the columns: in long tables each takes its time. */
  private async count({ name, table }: LoadedData, signal: AbortSignal): Promise<void> {
    const { rows, columns } = table
    const tell = this.throttled(name, 'counting')
    function* summariesTask(): CooperativeTask<void> {
      for (const [c, column] of columns.entries()) {
        tell({ bytes: c, total: columns.length, rows })
        yield* summaryTask(column)
      }
    }
    await runCooperatively(summariesTask(), { signal })
  }

  private async load(source: DataSource, { options, sample }: ReadingRequest, signal: AbortSignal): Promise<LoadedData> {
    if (source.kind === 'bytes') {
      const { bytes, name } = source
      return { origin: 'file', name, sha256: sha256(bytes), table: readCsv(bytes, options), bytes }
    }
    const name = source.name ?? basename(source.path)
    const more = { ...options, signal, onProgress: this.throttled(name, 'reading'), ...(sample ? { sample } : {}) }
    return source.kind === 'sample' ? loadSample(name, this.dataFolder, more) : loadData(source.path, name, more)
  }

  /** Tells of the progress of a stage, once a display frame. */
  private throttled(name: string, stage: LoadProgress['stage']) {
    let last = 0
    return (progress: Omit<LoadProgress, 'name' | 'stage'>) => {
      const now = performance.now()
      if (now - last < FRAME && progress.bytes < progress.total) return
      last = now
      this.onProgress({ name, stage, ...progress })
    }
  }
}
