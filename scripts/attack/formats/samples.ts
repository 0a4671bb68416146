import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  createTrainer,
  experimentJson,
  fromUtf8,
  graphShareText,
  jsonText,
  predict,
  prepare,
  readCases,
  readCsv,
  readExperimentJson,
  readGraphShare,
  readModel,
  readSession,
  readSettingsJson,
  readTraining,
  settingsJson,
  solveGradientCase,
  runToEnd,
  solveGraphCaseTask,
  solveTrainingCase,
  solveWalkCase,
  suggestSettings,
  weightFormatNames,
  weightFormats,
  weightsFileOf,
  writeSession,
  type CaseField,
  type Settings,
  type Table
} from '#core'
import { loadData } from '../../../src/node/files/data-file'
import { restoreToy } from '../../../src/node/files/load-toy'

/** A small file of one format, and the way in which the app reads it. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether the format has a checksum of its content, so that no change of a number may go unseen. */
  readonly isChecked: boolean
  /** Returns what the app takes from such a file. Throws as the app does. */
  readonly read: (bytes: Uint8Array) => unknown
}

const rows = Array.from(
  { length: 12 },
  (_, i) => `${(i % 7) / 4},${(i * 5) % 11},${['红', 'green, dark', '"b"'][i % 3].replaceAll('"', '""')}`
)
const csv = `x,y,class\n${rows.map((row) => row.replace(/,([^0-9].*)$/, ',"$1"')).join('\n')}\n`
const utf8 = (text: string) => new TextEncoder().encode(text)
const table = readCsv(utf8(csv))
const settings: Settings = {
  ...suggestSettings(table),
  hidden: [{ units: 2, activation: 'tanh' }],
  optimizer: { kind: 'adam' },
  validation: 0.2,
  epochs: 3
}
const prepared = prepare(table, settings)
const data = { origin: 'file', name: 'a.csv', sha256: 'f'.repeat(64) } as const
const build = { app: '0', engine: 'plain' }

function trained() {
  const trainer = createTrainer(prepared, settings)
  trainer.trainEpoch()
  trainer.trainStep()
  return trainer
}

const network = {
  inputs: 2,
  layers: [
    { units: 2, activation: 'tanh' },
    { units: 1, activation: 'linear' }
  ]
}
const parameters = [
  {
    W: [
      [0.3, -0.2],
      [0.4, 0.1]
    ],
    b: [0, 0.1]
  },
  { W: [[0.8], [-0.6]], b: [0.05] }
]
const problem = {
  network,
  loss: { kind: 'mean-squared-error' },
  parameters,
  X: [
    [1, 2],
    [-1, 0.5]
  ],
  y: [[1], [0]]
}
const optimizer = { kind: 'sgd', learningRate: 0.1 }

/** The cells of a table as they are written, with their lines. */
const contentOf = ({ columns, lines, rows: count }: Table) => ({
  count,
  lines: [...lines],
  columns: columns.map(({ name, kind, values, missing }) => [name, kind, [...values], [...missing]])
})

/** Takes a step from a state that was read, as the app does next; it may be refused. */
function goOn(state: Parameters<ReturnType<typeof trained>['restore']>[0]): void {
  const trainer = createTrainer(prepared, settings)
  trainer.restore(state)
  trainer.trainStep()
}

function readWeights(format: (typeof weightFormatNames)[number], bytes: Uint8Array) {
  const file = weightFormats[format].read(bytes)
  const model = readModel(file)
  const training = readTraining(file.metadata, model)
  predict(model, table)
  if (training.continuation) goOn(training.continuation.state)
  return { tensors: file.tensors, model, training }
}

const solved = (solve: (field: CaseField) => unknown) => (bytes: Uint8Array) => readCases(fromUtf8(bytes, 'JSON')).map(solve)

/** Makes one small file of every format that the app reads; `folder` holds those that are read from the disk. */
export function samplesIn(folder: string, parquet: Uint8Array): Sample[] {
  const trainer = trained()
  const state = trainer.state()
  const file = weightsFileOf({ ...prepared, settings, build }, trainer.result, { state })
  const format = { ...table.format, sample: null }
  const counts = {
    train: prepared.train.rows.length,
    test: prepared.test.rows.length,
    validation: prepared.validation.rows.length,
    dropped: 0
  }
  const disk = mkdtempSync(join(folder, 'read-'))
  const fromDisk = (name: string) => async (bytes: Uint8Array) => {
    const path = join(disk, name)
    writeFileSync(path, bytes)
    return contentOf((await loadData(path)).table)
  }
  const plain = (name: string, text: string, read: Sample['read']): Sample => ({ name, bytes: utf8(text), isChecked: false, read })
  return [
    ...weightFormatNames.map((name) => ({
      name: `weights.${name}`,
      bytes: weightFormats[name].write(file),
      isChecked: true,
      read: (bytes: Uint8Array) => readWeights(name, bytes)
    })),
    {
      name: 'session',
      bytes: writeSession({ data, settings, run: { state, status: 'paused', seconds: 1 } }),
      isChecked: true,
      read(bytes) {
        const { run, ...rest } = readSession(bytes, 'session')
        if (run) goOn(run.state)
        const { notes: _notes, ...stored } = run ?? {}
        return { ...rest, stored }
      }
    },
    plain('settings', settingsJson({ data, settings }), readSettingsJson),
    plain('experiment', experimentJson({ ...prepared, data, format, settings, rows: counts, build }), readExperimentJson),
    plain('gradient cases', jsonText([{ id: 1, ...problem, direction: parameters }]), solved(solveGradientCase)),
    plain('training cases', jsonText([{ id: 1, ...problem, optimizer, batches: [[0, 1], [1]] }]), solved(solveTrainingCase)),
    plain('walk cases', jsonText([{ id: 1, ...problem, optimizer, steps: 2 }]), solved(solveWalkCase)),
    plain(
      'graph cases',
      jsonText([{ id: 1, expression: 'x * y + tanh(x)', inputs: { x: 1.5, y: [[1], [2]] } }]),
      solved((field) => runToEnd(solveGraphCaseTask(field)))
    ),
    plain(
      'graph share',
      graphShareText({
        text: 'x * y',
        inputs: [
          { name: 'x', value: '2' },
          { name: 'y', value: '[1,2]' }
        ]
      }),
      (bytes) => readGraphShare(fromUtf8(bytes, 'JSON'))
    ),
    plain('toy', 'x,y,class\n0.5,1,A\n-0.25,2,B\n1,0,A\n', (bytes) =>
      contentOf(restoreToy({ name: 'moons', knobs: { size: 3, noise: 0, seed: 1 }, edited: true }, bytes).table)
    ),
    plain('table.csv', csv, (bytes) => contentOf(readCsv(bytes))),
    { name: 'table.csv.gz', bytes: new Uint8Array(gzipSync(csv)), isChecked: true, read: fromDisk('table.csv.gz') },
    { name: 'table.parquet', bytes: parquet, isChecked: false, read: fromDisk('table.parquet') }
  ]
}
