import { cellsToPrepare, prepareTask, preparesAlike, withNetwork, type Prepared, type Settings, type Table } from '#core'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { ProgressReporter } from './progress-reporter'

/** Prepares the rows of a table by settings; rows that were prepared last in the same way are used again. */
export class RowPreparation {
  private last: { readonly prepared: Prepared; readonly settings: Settings } | null = null

  constructor(
    private readonly table: Table,
    private readonly progress: ProgressReporter
  ) {}

  /** Throws: data; spec; request.cancelled. */
  async prepare(settings: Settings, signal: AbortSignal): Promise<Prepared> {
    const { last, table, progress } = this
    if (last && preparesAlike(last.settings, settings)) return withNetwork(last.prepared, settings)
    // Those of before are let go, and with them the inputs of their run.
    this.last = null
    progress.begin('preparing', cellsToPrepare(table, settings))
    return runCooperatively(prepareTask(table, settings), { signal, onProgress: (cells) => progress.add(cells) })
  }

  /** The rows are in use by a run. */
  keep(prepared: Prepared, settings: Settings): void {
    this.last = { prepared, settings }
  }
}
