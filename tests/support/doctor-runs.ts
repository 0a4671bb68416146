import {
  AppError,
  createTrainer,
  diagnose,
  makeToy,
  parseToyReference,
  prepare,
  readCsv,
  runEvidence,
  suggestSettings,
  suggestToySettings,
  toWire,
  toyCsv,
  toys,
  type Finding,
  type History,
  type RuleName,
  type RunEvidence,
  type Settings,
  type Table,
  type Trial,
  type WireError
} from '#core'
import { sampleTable, type SampleName } from './tables'

/** A table with the settings that a person would start from. */
export interface Start {
  readonly table: Table
  readonly settings: Settings
}

/** A toy data set by its reference, such as `toy:moons?noise=0.2`, with its own settings. */
export function toyStart(reference: string, changes: Partial<Settings> = {}): Start {
  const { name, knobs } = parseToyReference(reference)
  const table = readCsv(new TextEncoder().encode(toyCsv(toys[name].task, makeToy(name, knobs))))
  return { table, settings: { ...suggestToySettings(name, table), ...changes } }
}

const targets: Readonly<Record<SampleName, string>> = {
  iris: 'species',
  wine: 'cultivar',
  'breast-cancer': 'diagnosis',
  digits: 'digit',
  penguins: 'species'
}

/** A data set that the app ships, with the suggested settings. */
export function sampleStart(name: SampleName, changes: Partial<Settings> = {}): Start {
  return tableStart(sampleTable(name), targets[name], changes)
}

export function tableStart(table: Table, target: string, changes: Partial<Settings> = {}): Start {
  return { table, settings: { ...suggestSettings(table, { target }), ...changes } }
}

/** So many hidden layers of so many units. */
export function hidden(layers: number, units: number, activation: Settings['hidden'][number]['activation']): Settings['hidden'] {
  return Array.from({ length: layers }, () => ({ units, activation }))
}

/** A run to its end and what the doctor says of it. */
export interface Examined {
  readonly settings: Settings
  readonly history: History
  readonly failure: WireError | null
  readonly evidence: RunEvidence
  readonly findings: readonly Finding[]
}

/** Trains to the last epoch, or to where a rule or a number that is not finite ends it, and diagnoses. */
export function examine({ table, settings }: Start, tried: readonly Trial[] = []): Examined {
  const prepared = prepare(table, settings)
  const trainer = createTrainer(prepared, settings)
  let failure: WireError | null = null
  try {
    while (trainer.epoch < settings.epochs && trainer.stopReason === null) trainer.trainEpoch()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    failure = toWire(error)
  }
  const evidence = runEvidence({ settings, prepared, trainer, failure, tried })
  return { settings, history: evidence.history, failure, evidence, findings: diagnose(evidence) }
}

/** The cause of a run that is found first, and its level. */
export function causeOf({ findings }: Examined): { readonly rule: RuleName; readonly level: Finding['level'] } | null {
  const first = findings.find((one) => one.first)
  return first ? { rule: first.rule, level: first.level } : null
}

/** Follows the first advice until there is none, `isCured` says so, or so many presses are done; returns every run. */
export function followAdvice(start: Start, isCured: (run: Examined) => boolean, presses: number, tried: readonly Trial[] = []): Examined[] {
  const runs: Examined[] = []
  const trials: Trial[] = [...tried]
  for (let settings = start.settings; ;) {
    const run = examine({ ...start, settings }, trials)
    runs.push(run)
    const { remedy, level, rule } = run.findings.find((one) => one.first) ?? {}
    trials.push({ settings, cause: level === 'serious' ? (rule ?? null) : null })
    if (!remedy || runs.length > presses || isCured(run)) return runs
    settings = { ...settings, ...remedy.patch }
  }
}
