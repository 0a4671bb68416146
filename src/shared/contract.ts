import * as v from 'valibot'
import {
  checkPresetNames,
  rowForms,
  rowSides,
  settingsSchema,
  weightFormatNames,
  type ClassCount,
  type ColumnSummary,
  type Details,
  type GradientCheckReport,
  type History,
  type LossKind,
  type Metric,
  type NetworkSpec,
  type Note,
  type Pipeline,
  type ReadFormat,
  type LiveKey,
  type Settings,
  type StopReason,
  type Task,
  type TextCode,
  type ToySource,
  type WeightFormatName,
  type WireError
} from '#core'
import { defaultEngineRequest, engineRequestSchema, type Arithmetic, type EngineChoice, type Tier } from '#shared/engine'
import { openableKinds, runEndedSchema, zoomMoves, type Licences, type MenuAction } from '#shared/shell'
import { editPointsSchema, openToySchema, type ToyPoints } from '#shared/toys'
import {
  samplePlaceSchema,
  viewAnswersSchema,
  viewHiddenSchema,
  viewNetworkSchema,
  viewPlaneSchema,
  viewPointsSchema,
  viewUnitSchema,
  type AnswersView,
  type HiddenView,
  type InputsView,
  type NetworkView,
  type PlaneView,
  type PointsView,
  type SampleView,
  type UnitView
} from '#shared/view'
import {
  judgedRowsSchema,
  metricsSchema,
  predictSchema,
  sweepSchema,
  type DoctorView,
  type InsideView,
  type JudgedRowsView,
  type MetricsView,
  type OverfitView,
  type PredictionView,
  type SweepView
} from '#shared/insights'
import {
  cellBlockSchema,
  readingSchema,
  type CellPage,
  type ColumnProfile,
  type LoadProgress,
  type Reading,
  type ScatterPoints
} from '#shared/data'

/**
 * Everything that crosses a process, in one place. Two roads:
 *   engineRequests / EngineEvents  page ↔ engine process, over a MessagePort;
 *   bridgeRequests / BridgeEvents  page ↔ main, over one IPC gatekeeper.
 * Arguments are checked against their schema where they arrive; a request without a handler does not compile.
 * Paths never come from the page: main hands out a grant for a file the user chose, and tells the engine process what it stands for.
 */

/** A request: the schema of its arguments, and (as a type only) what it answers. */
export interface Request<Schema extends v.GenericSchema, Reply> {
  readonly args: Schema
  readonly reply?: Reply
}

function answers<Reply>() {
  return <Schema extends v.GenericSchema>(args: Schema): Request<Schema, Reply> => ({ args })
}

export type RequestTable = Readonly<Record<string, Request<v.GenericSchema, unknown>>>
export type ArgsOf<R> = R extends Request<infer Schema, unknown> ? v.InferOutput<Schema> : never
export type ReplyOf<R> = R extends Request<v.GenericSchema, infer Reply> ? Reply : never

const nothing = v.undefined()
const grant = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))

// ————— data —————

export interface SampleInfo {
  /** The stored name, the file's name without its ending. */
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly target: string
  readonly task: Task
  readonly licence: string
  readonly source: string
}

/** The loaded table, as the page shows it. */
export interface DataSummary {
  readonly origin: 'sample' | 'file' | 'toy'
  /** The sample's name, the file's name without its folder, or the toy data set's reference. */
  readonly name: string
  /** What a toy data set is made by. */
  readonly toy?: ToySource
  readonly sha256: string
  readonly rows: number
  readonly columns: readonly ColumnSummary[]
  /** How it was read, whether asked for or found; and what was asked for, of a table that can be read again. */
  readonly format: ReadFormat
  readonly reading?: Reading
  readonly notes: readonly Note[]
}

/** The table after the settings were applied: what the network is fed. */
export interface PreparedSummary {
  readonly trainRows: number
  readonly validationRows: number
  readonly testRows: number
  readonly droppedRows: number
  /** Names of the network's inputs, in order: a column's own, `column=value`, or `column is missing`. */
  readonly inputs: readonly string[]
  /** Classification: the classes in order, with how many rows each has, and what each counts in the loss where that is not 1. */
  readonly classes?: readonly ClassCount[]
  readonly classWeights?: readonly number[]
  /** Labels: how many rows say yes to each. */
  readonly labels?: readonly ClassCount[]
  readonly notes: readonly Note[]
}

// ————— a run —————

export type RunStatus = 'idle' | 'running' | 'paused' | 'finished' | 'failed'

/** What a step of the run controls covers. */
export const stepUnits = ['batch', 'epoch'] as const
export type StepUnit = (typeof stepUnits)[number]

/** A setting that was changed while a run went on. */
export interface RunChange {
  /** Epochs, and steps, done before it took effect. */
  readonly epoch: number
  readonly step: number
  readonly key: LiveKey
  readonly from: unknown
  readonly to: unknown
}

export interface RunState {
  readonly status: RunStatus
  /** Epochs done. */
  readonly epoch: number
  /** Steps (mini-batches) done. */
  readonly step: number
  /** Time spent training, in seconds. */
  readonly seconds: number
  /** The live changes on the way, in their order. */
  readonly changes: readonly RunChange[]
  /** Why it ended before its last epoch, where it did. */
  readonly stopped?: StopReason
  /** The epoch whose weights are the result, where those of the best epoch are kept. */
  readonly resultEpoch?: number
  /** Why it failed. */
  readonly failure?: WireError
}

/** The whole of what the page shows about the experiment; sent complete whenever something other than progress changes. */
export interface LabState {
  readonly data: DataSummary
  readonly settings: Settings
  readonly prepared: PreparedSummary | null
  /** Why the settings cannot be used with these data, when `prepared` is null. */
  readonly problem: WireError | null
  readonly network: NetworkSpec | null
  readonly parameterCount: number
  /** The losses that fit the target, and the metric's name. */
  readonly usableLosses: readonly LossKind[]
  readonly metric: Metric
  readonly run: RunState
  /** One number an epoch, from epoch 0 (before the first step) on. NaN where there is none (no test rows). */
  readonly history: History
}

/** New epochs since the last event, at most one event a display frame. */
export interface ProgressEvent {
  readonly run: RunState
  /** The epoch of the first entry of `history`; everything from there on is replaced. */
  readonly from: number
  readonly history: History
}

// ————— gradient check —————

/** A gradient check as the page receives it. */
export interface CheckReport extends GradientCheckReport {
  /** The epoch whose weights were checked. */
  readonly epoch: number
  readonly seconds: number
}

// ————— the engine process —————

export type WeightFormat = WeightFormatName

/** What runs are computed on, and how it came to be that. */
export interface EngineInfo {
  readonly tier: Tier
  readonly arithmetic: Arithmetic
  /** At most so many, the process's own included; and how many the machine can run at once. */
  readonly threads: number
  readonly cores: number
  /** Numbers of a product that are computed at once, as measured fastest here: rows × columns of float32. Null without kernels. */
  readonly tile: string | null
  /** What the environment variable BACKPROP_LAB_ENGINE says, over the preferences; null where it says nothing. */
  readonly forced: EngineChoice | null
  /** Why it is nothing faster, where it could have been. */
  readonly notes: readonly Note[]
}

export interface EngineHello {
  readonly version: string
  readonly samples: readonly SampleInfo[]
  readonly state: LabState
  /** Whether the state was read back from the last session, and if that failed, why. */
  readonly restored: boolean
  readonly restoreProblem: WireError | null
}

/** Answers that change the experiment return the whole new state; it is also the last `state` event. */
export const engineRequests = {
  /** The first request on a new port. */
  hello: answers<EngineHello>()(nothing),
  engineInfo: answers<EngineInfo>()(nothing),

  openSample: answers<LabState>()(v.object({ name: v.string() })),
  /** Reading is told of in `loadProgress` events, and ends with `data.cancelled` when it is cancelled. */
  openFile: answers<LabState>()(v.object({ grant })),
  /** A table that was pasted; `name` is what it is called as a file. */
  openText: answers<LabState>()(v.object({ text: v.string(), name: v.pipe(v.string(), v.maxLength(200)) })),
  /** Reads the open file, or the one refused last, in another way. Settings stay where they fit. */
  readAgain: answers<LabState>()(v.object({ which: v.picklist(['open', 'refused']), reading: readingSchema })),
  cancelLoad: answers<null>()(nothing),

  /** Cells as they stand in the file. */
  cells: answers<CellPage>()(cellBlockSchema),
  columnProfiles: answers<readonly ColumnProfile[]>()(v.object({ names: v.pipe(v.array(v.string()), v.maxLength(100)) })),
  scatterPoints: answers<ScatterPoints>()(v.object({ x: v.string(), y: v.string() })),
  /** The row, from 0, that begins on a line of the file. */
  rowOnLine: answers<number>()(v.object({ line: v.pipe(v.number(), v.integer()) })),
  /** Every constant of the preparation, as learned from the training rows; null where the settings do not fit. */
  pipeline: answers<Pipeline | null>()(nothing),


  /** Makes a toy data set. Of the one that is open, with other knobs, the settings stay; points edited by hand go. */
  openToy: answers<LabState>()(openToySchema),
  /** Adds, moves or erases points of the open toy data set; a new table, so the network is built anew. */
  editPoints: answers<LabState>()(editPointsSchema),
  toyPoints: answers<ToyPoints>()(nothing),
  /** The CSV of the open toy data set, byte for byte what is trained on. */
  exportToy: answers<{ path: string }>()(v.object({ grant })),

  /**
   * New settings. What can change while training goes on (learning rate, batch size, l2, epochs) does; the rest rebuilds the network
   * from its seed and clears the run. The page asks the user first.
   */
  changeSettings: answers<LabState>()(v.object({ settings: settingsSchema })),

  /** Trains until `settings.epochs`, or until `epoch` when given (which is how a run is retraced after a restart). */
  run: answers<LabState>()(v.object({ untilEpoch: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) })),
  pause: answers<LabState>()(nothing),
  stepEpoch: answers<LabState>()(nothing),
  /** One mini-batch, and the evaluation where it ends an epoch. */
  stepBatch: answers<LabState>()(nothing),
  /** Back to before the last step, or to the last epoch's end, by the way the run came; it counts as running until it is there. */
  stepBack: answers<LabState>()(v.object({ unit: v.picklist(stepUnits) })),
  /** Back to epoch 0 and the very same weights. */
  rewind: answers<LabState>()(nothing),
  /** Another seed for the initial weights and the order of rows (the split stays), and back to epoch 0. */
  newSeed: answers<LabState>()(nothing),

  /**
   * Checks the gradients on the first mini-batch, with the weights as they are: every parameter, or of a large network a sample (the
   * report's `scope` tells). Progress as `checkProgress` events, which count directions too.
   */
  checkGradients: answers<CheckReport>()(
    v.object({ epsilon: v.pipe(v.number(), v.minValue(1e-9), v.maxValue(1)), preset: v.optional(v.picklist(checkPresetNames), 'strict') })
  ),
  cancelCheck: answers<null>()(nothing),

  /** The network as it is at this moment, for what the page has in sight: see shared/view.ts. */
  viewNetwork: answers<NetworkView>()(viewNetworkSchema),
  viewUnit: answers<UnitView>()(viewUnitSchema),
  viewInputs: answers<InputsView>()(nothing),
  viewPlane: answers<PlaneView>()(viewPlaneSchema),
  viewPoints: answers<PointsView>()(viewPointsSchema),
  viewAnswers: answers<AnswersView>()(viewAnswersSchema),
  viewHidden: answers<HiddenView>()(viewHiddenSchema),
  viewSample: answers<SampleView>()(v.strictObject({ sample: samplePlaceSchema })),

  /** What the tabs below show: see shared/insights.ts. A later question of the same kind cancels the one before. */
  metrics: answers<MetricsView>()(metricsSchema),
  judgedRows: answers<JudgedRowsView>()(judgedRowsSchema),
  inside: answers<InsideView>()(nothing),
  diagnose: answers<DoctorView>()(nothing),
  /** Trains a fresh network on twenty rows, beside the run. */
  overfitTest: answers<OverfitView>()(nothing),
  cancelOverfitTest: answers<null>()(nothing),
  predict: answers<PredictionView>()(predictSchema),
  sweepEpsilon: answers<SweepView>()(sweepSchema),

  /** A picture or a table that the page made of a chart. */
  exportBytes: answers<{ path: string }>()(v.object({ grant, bytes: v.instance(Uint8Array) })),
  exportWeights: answers<{ path: string }>()(v.object({ grant, format: v.picklist(weightFormatNames) })),
  /** The last gradient check, as the CSV the command line writes. */
  exportGradientCheck: answers<{ path: string }>()(v.object({ grant })),
  exportHistory: answers<{ path: string }>()(v.object({ grant })),
  /** One side of the split as CSV, as in the file or as the network is fed it. */
  exportRows: answers<{ path: string }>()(v.object({ grant, side: v.picklist(rowSides), form: v.picklist(rowForms) })),

  /** The settings with the data they are for, to hand on. */
  exportSettings: answers<{ path: string }>()(v.object({ grant })),
  /** The settings of such a file, and the sample or toy data set they are for; another table is to be open before. */
  openSettingsFile: answers<LabState>()(v.object({ grant })),
  /** The same with the file beside the program. */
  openClassSettings: answers<LabState>()(nothing),
  /** Goes on from weights that were exported, with their settings, at their epoch; the data they were trained on are to be open. */
  openWeights: answers<LabState>()(v.object({ grant })),

  /** Writes the session at once; it is also written on its own, some seconds after a change. */
  saveSession: answers<null>()(nothing)
}
export type EngineRequests = typeof engineRequests
export type EngineRequestName = keyof EngineRequests

export interface EngineEvents {
  readonly progress: ProgressEvent
  readonly state: LabState
  readonly checkProgress: { readonly done: number; readonly total: number }
  readonly loadProgress: LoadProgress
}

/** What travels on the port. */
export type EngineMessage =
  | { readonly id: number; readonly name: string; readonly args: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: WireError }
  | { [Name in keyof EngineEvents]: { readonly event: Name; readonly payload: EngineEvents[Name] } }[keyof EngineEvents]

// ————— main —————

export interface FileGrant {
  readonly grant: string
  /** The file's name without its folder, for showing. */
  readonly name: string
}

export const languages = ['zh-CN', 'en'] as const
export type UiLanguage = (typeof languages)[number]
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const preferencesSchema = v.object({
  language: v.picklist(languages),
  theme: v.picklist(themes),
  /** What training runs on. A file of preferences from before there was a choice has none. */
  engine: v.optional(engineRequestSchema, defaultEngineRequest)
})
export type Preferences = v.InferOutput<typeof preferencesSchema>
/** Preferences as they may stand in a file. */
export type StoredPreferences = v.InferInput<typeof preferencesSchema>

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly platform: string
  readonly preferences: Preferences
}

export const bridgeRequests = {
  appInfo: answers<AppInfo>()(nothing),
  setPreferences: answers<Preferences>()(v.object({ preferences: preferencesSchema })),
  /** The open dialog for a CSV; null when it was closed. */
  chooseData: answers<FileGrant | null>()(nothing),
  /** The open dialog for another kind of file; null when it was closed. */
  chooseFile: answers<FileGrant | null>()(v.object({ kind: v.picklist(openableKinds) })),
  /** A file dropped on the window, by the path that preload read from it. */
  grantDropped: answers<FileGrant>()(v.object({ path: v.string() })),
  /** The save dialog; null when it was closed. */
  chooseSave: answers<FileGrant | null>()(
    v.object({ name: v.pipe(v.string(), v.maxLength(200)), extension: v.picklist([...weightFormatNames, 'csv', 'png']) })
  ),
  copyText: answers<null>()(v.object({ text: v.string() })),
  /** The clipboard's text, for a table that is pasted by a button; empty when it holds none. */
  clipboardText: answers<string>()(nothing),

  /** The size of everything in the window; kept for the next start. */
  zoom: answers<null>()(v.object({ move: v.picklist(zoomMoves) })),
  /** Opens the menu under the pointer, where it has no bar of its own. */
  popupMenu: answers<null>()(nothing),
  /** Prints the page as its style sheet for paper shows it; answers when the system's dialog is closed. */
  print: answers<null>()(nothing),
  licences: answers<Licences>()(nothing),
  /** Has the system tell of the end of a long run, unless the window has the focus. */
  runEnded: answers<null>()(runEndedSchema),

  /** Starts the engine process anew with the preferences as they are; one that runs saves the session first. A new port follows. */
  restartEngine: answers<null>()(nothing)
}
export type BridgeRequests = typeof bridgeRequests
export type BridgeRequestName = keyof BridgeRequests

export interface BridgeEvents {
  /** The engine process ended without being asked to. */
  readonly engineGone: { readonly reason: string }
  /** Something was chosen in the menu. */
  readonly menu: { readonly action: MenuAction }
  /** A table was chosen in the menu's list of recent ones. */
  readonly openRecent: FileGrant
}

export const bridgeEventNames = ['engineGone', 'menu', 'openRecent'] as const satisfies readonly (keyof BridgeEvents)[]

/** A bridge reply: never an exception, whose class and fields IPC would lose. */
export type BridgeReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }

/** What preload puts on `window.lab`: one function a request, dropped files by their File object, and the two subscriptions. */
export type LabBridge = {
  readonly [Name in Exclude<BridgeRequestName, 'grantDropped'>]: (
    ...args: ArgsOf<BridgeRequests[Name]> extends undefined ? [] : [ArgsOf<BridgeRequests[Name]>]
  ) => Promise<BridgeReply>
} & {
  /** Takes the File of a drop event; its path stays out of the page. */
  readonly grantDropped: (file: unknown) => Promise<BridgeReply>
  readonly on: <Name extends keyof BridgeEvents>(name: Name, listener: (payload: BridgeEvents[Name]) => void) => () => void
}

/** `window.postMessage` data with which preload passes a new engine port to the page (`event.ports[0]`). */
export const enginePortMessage = 'backprop-lab:engine-port'

export type { Details, Note, TextCode, WireError }
