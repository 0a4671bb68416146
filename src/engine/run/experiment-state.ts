import {
  metricOf,
  parameterCount,
  summarizeColumn,
  usableLosses,
  type Prepared,
  type Settings,
  type WireError,
  type RunChange
} from '#core'
import type { DataSummary, ExperimentState, RunState } from '#shared/contract'
import type { OpenedData } from '../data/dataset-loader'
import type { Runner } from './runner'
import { summarizePrepared } from './summaries'

/** The parts of an experiment that its state describes. */
export interface ExperimentParts {
  readonly runId: string
  readonly data: OpenedData
  readonly dataSummary: DataSummary
  readonly settings: Settings
  readonly prepared: Prepared | null
  readonly problem: WireError | null
  readonly runner: Runner | null
  readonly changes: readonly RunChange[]
}

/** The state of an experiment as the page shows it. */
export function experimentState(parts: ExperimentParts): ExperimentState {
  const { data, dataSummary, settings, prepared, problem, runner } = parts
  const target = data.table.columns.find(({ name }) => name === settings.targets[0])
  return {
    data: dataSummary,
    settings,
    prepared: prepared ? { ...summarizePrepared(prepared), notes: [...prepared.notes, ...(runner?.notes ?? [])] } : null,
    problem,
    network: prepared?.network ?? null,
    parameterCount: prepared ? parameterCount(prepared.network) : 0,
    usableLosses: target ? usableLosses(settings.task, summarizeColumn(target).distinct) : [],
    metric: metricOf(settings.loss),
    run: runState(parts)
  }
}

/** The state of an experiment's run; that of one that has not begun where there is none. */
export function runState({ runId, settings, runner, changes }: ExperimentParts): RunState {
  if (!runner) return { id: runId, status: 'idle', epoch: 0, step: 0, seconds: 0, changes: [] }
  const { trainer, status, seconds, failure, stopped } = runner
  return {
    id: runId,
    status,
    epoch: trainer.epoch,
    step: trainer.step,
    seconds,
    changes,
    ...(stopped ? { stopped } : {}),
    ...(settings.keepBest ? { resultEpoch: trainer.result.epoch } : {}),
    ...(failure ? { failure } : {})
  }
}
