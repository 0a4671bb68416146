import {
  epochsOf,
  experimentJson,
  forward,
  gradientCheckCsv,
  historyCsv,
  metricOf,
  outputsOf,
  predictionsCsv,
  rowForms,
  rowSides,
  rowsCsv,
  summaryJson,
  weightFormatNames,
  weightFormats,
  weightsFileOf,
  type Divergence,
  type Finding,
  type GradientCheckReport,
  type Parameters,
  type Predictions,
  type Prepared,
  type RowForm,
  type RowSample,
  type RowSide,
  type RunRecord,
  type TrainerState
} from '#core'
import { sha256, type LoadedData } from './data-file'
import { replaceTogether } from './replace-together'

/**
 * The end of a run: as planned, stopped from outside, or at a number that is not finite. `check` is null before the gradients are
 * checked, and where they are not. `parameters` are its result; of a run that
 * diverged the best ones where they are kept, else null.
 */
export type Outcome =
  | { readonly kind: 'finished'; readonly parameters: Parameters; readonly check: GradientCheckReport | null }
  | { readonly kind: 'interrupted'; readonly parameters: Parameters }
  | ({ readonly kind: 'diverged' } & Divergence & { readonly parameters: Parameters | null })

/** A run and what came of it. */
export interface Run extends Pick<
  RunRecord,
  'settings' | 'build' | 'backend' | 'step' | 'history' | 'seconds' | 'stopped' | 'resultEpoch' | 'changes'
> {
  readonly data: LoadedData
  readonly prepared: Prepared
  readonly outcome: Outcome
  /** The state that it goes on from; absent where it diverged. */
  readonly state?: TrainerState
  /** The doctor's findings, ranked. */
  readonly findings: readonly Finding[]
  /** The rows of the file that were read; all unless given. */
  readonly sample?: RowSample
  /** Whether the rows of each side are saved too. */
  readonly savesRows?: boolean
}

/** The name of a run's file of weights. */
export function weightsFileName(format: keyof typeof weightFormats): string {
  return `weights.${weightFormats[format].extension}`
}

const SUMMARY = 'summary.json'
const EXPERIMENT = 'experiment.json'
/** The figures of a cross-validation, which stand beside its summary. */
export const FOLDS = 'folds.csv'

/** Every file a run can have, by its name in the run's folder, in the order in which they come into their places. */
export const fileNames: readonly string[] = [
  EXPERIMENT,
  'history.csv',
  ...weightFormatNames.map(weightsFileName),
  'predictions.csv',
  'gradient-check.csv',
  ...rowSides.flatMap((side) => rowForms.map((form) => rowsFileName(side, form))),
  SUMMARY
]

/** A side's rows have a folder of their own: a train.csv in a run's folder is likely the very data it was trained on. */
function rowsFileName(side: RowSide, form: RowForm): string {
  return `rows/${form === 'source' ? side : `${side}-prepared`}.csv`
}

/** The fold of a cross-validation that a run is; the first one replaces whatever was in the folder of the whole. */
export interface FoldPlace {
  readonly fold: number
  readonly replaced: readonly string[]
}

/**
 * Writes a run's files to a folder, or for a fold to that fold's folder in it. A folder holds one run: what an earlier one left there and this
 * one does not have goes, so that old weights cannot be taken for those of a run that diverged. The old run is replaced by the new one as a
 * whole; other files are not touched. The caller holds the folder.
 * Throws: file; format.
 */
export async function writeRun(folder: string, run: Run, place: FoldPlace | null = null): Promise<void> {
  const contents = runContents(run)
  const gone = fileNames.filter((name) => !contents.has(name))
  const within = prefixOf(place)
  const ordered = fileNames.flatMap((name): [string, Uint8Array | string][] => {
    const content = contents.get(name)
    return content === undefined ? [] : [[within + name, content]]
  })
  const others = place ? place.replaced : [FOLDS]
  await replaceTogether(folder, { contents: new Map(ordered), gone: [...others, ...gone.map((name) => within + name)] })
}

/** Writes a run's gradient check to the folder that its other files are in already. Throws: file. */
export async function writeCheck(folder: string, run: Run, place: FoldPlace | null = null): Promise<void> {
  const { outcome } = run
  if (outcome.kind !== 'finished' || !outcome.check) return
  const within = prefixOf(place)
  const contents = new Map([
    [`${within}gradient-check.csv`, gradientCheckCsv(outcome.check)],
    [within + SUMMARY, summaryOf(run)]
  ])
  await replaceTogether(folder, { contents, gone: [] })
}

function prefixOf(place: FoldPlace | null): string {
  return place ? `${foldName(place.fold)}/` : ''
}

/** The name of a fold's folder in that of the whole. */
export function foldName(fold: number): string {
  return `fold-${fold}`
}

/** The files of a run by name. All are made before the first is written: a failure here leaves an earlier run as it was. */
function runContents(run: Run): Map<string, Uint8Array | string> {
  const { history, settings, outcome } = run
  const record = recordOf(run)
  const contents = new Map<string, Uint8Array | string>([
    [EXPERIMENT, experimentJson(record)],
    ['history.csv', historyCsv(history, metricOf(settings.loss))],
    [SUMMARY, summaryOf(run)]
  ])
  if (run.savesRows) for (const [name, content] of rowFilesOf(run)) contents.set(name, content)
  if (outcome.parameters) for (const [name, bytes] of weightsOf(record, outcome.parameters, run.state)) contents.set(name, bytes)
  if (outcome.kind !== 'finished') return contents
  contents.set('predictions.csv', predictionsCsv(testPredictions(run, outcome.parameters)))
  if (outcome.check) contents.set('gradient-check.csv', gradientCheckCsv(outcome.check))
  return contents
}

/** The summary, which names the experiment that it sums up: so files of two runs in one folder are told apart. */
function summaryOf(run: Run): string {
  const record = recordOf(run)
  return summaryJson({ ...record, findings: run.findings, experiment: sha256(Buffer.from(experimentJson(record))) })
}

/** The record of a run, of which each file holds a part. */
function recordOf(run: Run): RunRecord {
  const { data, sample, settings, prepared, outcome } = run
  const { origin, name, sha256, table } = data
  const { pipeline, network, loss, train, test, validation, droppedRows } = prepared
  const { step, history, seconds, build, backend, stopped, resultEpoch, changes } = run
  return {
    data: { origin, name, sha256 },
    format: { ...table.format, sample: sample ?? null },
    settings,
    pipeline,
    network,
    loss,
    rows: { train: train.rows.length, test: test.rows.length, validation: validation.rows.length, dropped: droppedRows },
    build,
    step,
    history,
    seconds,
    changes,
    ...(backend ? { backend } : {}),
    ...(stopped === undefined ? {} : { stopped }),
    ...(resultEpoch === undefined ? {} : { resultEpoch }),
    ...endOf(outcome)
  }
}

function endOf(outcome: Outcome): Pick<RunRecord, 'status' | 'check' | 'divergence'> {
  switch (outcome.kind) {
    case 'finished':
      return { status: 'finished', check: outcome.check }
    case 'interrupted':
      return { status: 'paused', check: null }
    case 'diverged':
      return { status: 'failed', check: null, divergence: { step: outcome.step, layer: outcome.layer, tensor: outcome.tensor } }
  }
}

function weightsOf(record: RunRecord, parameters: Parameters, state: TrainerState | undefined): [string, Uint8Array][] {
  const result = { epoch: record.resultEpoch ?? epochsOf(record.history), parameters }
  const file = weightsFileOf(record, result, state && { state, changes: record.changes })
  return weightFormatNames.map((name) => [weightsFileName(name), weightFormats[name].write(file)])
}

function rowFilesOf({ data: { table }, prepared }: Run): [string, string][] {
  const sides = rowSides.filter((side) => prepared[side].rows.length > 0)
  return sides.flatMap((side) =>
    rowForms.map((form): [string, string] => [rowsFileName(side, form), rowsCsv({ table, prepared }, side, form)])
  )
}

/** Returns a run's predictions for its test rows. */
export function testPredictions({ data, settings, prepared }: Run, parameters: Parameters): Predictions {
  const { network, pipeline, test } = prepared
  const outputs = outputsOf(forward(network, parameters, test.X))
  return { table: data.table, pipeline, loss: settings.loss, rows: test.rows, outputs }
}
