import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createTrainer,
  namedTensors,
  parseSettings,
  plainMachine,
  prepare,
  readCsv,
  readModel,
  readSession,
  readSettingsJson,
  readTraining,
  settingsJson,
  settingsObject,
  weightFormatNames,
  weightFormats,
  writeSession,
  type Parameters
} from '#core'
import { DatasetLoader } from '../../../src/engine/data/dataset-loader'
import { SessionStore } from '../../../src/engine/store/session'
import { startBackend } from '../../../src/node/kernels/start-backend'
import { cli, dataFolder } from '../../support/cli'
import { digestOf, digestOfHistory, digestOfParameters } from '../../support/digest'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const fixtures = join(import.meta.dirname, '../../fixtures/v0.1')
const read = (...path: string[]) => readFileSync(join(fixtures, ...path))
const json = (...path: string[]) => JSON.parse(read(...path).toString()) as Record<string, unknown>

interface Recorded {
  readonly data: { readonly origin: string; readonly name: string; readonly sha256: string }
  readonly settings: unknown
  readonly network: unknown
  readonly rows: readonly number[]
  readonly run: { readonly status: string; readonly epoch: number; readonly step: number; readonly changes: readonly unknown[] }
  readonly weights: string
  readonly optimizer: string
  readonly history: string
}
/** By either machine. */
interface RecordedRun {
  readonly settings: Record<string, unknown>
  readonly weights: string
  readonly history: string
}

/** Version 0.1 rounded products and sums apart. What it trained for some steps is the same but for the last digits. */
const LAST_DIGITS = 1e-9

/** Numbers in any text, as JavaScript writes them. */
const NUMBER = /-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g

/** The differences of two texts beyond the last digits of their numbers. */
function differences(now: string, then: string): string[] {
  const [texts, others] = [now, then].map((text) => text.split(NUMBER))
  if (texts.join('\0') !== others.join('\0')) return ['other words']
  const [numbers, expected] = [now, then].map((text) => (text.match(NUMBER) ?? []).map(Number))
  return numbers.flatMap((x, n) =>
    Math.abs(x - expected[n]) <= LAST_DIGITS * Math.max(1, Math.abs(expected[n])) ? [] : [`${x} was ${expected[n]}`]
  )
}

const recorded = json('recorded.json') as unknown as Readonly<Record<string, Recorded>>
const sessions = Object.keys(recorded)
const { machine } = startBackend({ choice: 'auto', threads: 1 })

const numbersOf = (parameters: Parameters): string =>
  namedTensors(parameters)
    .map(({ matrix }) => Array.from(matrix.data))
    .join()

describe('a session of version 0.1', () => {
  async function load(name: string) {
    const home = folder()
    cpSync(join(fixtures, name), home, { recursive: true })
    const session = await new SessionStore(home, new DatasetLoader(dataFolder, () => {})).load()
    if (!session?.run) throw new Error(`${name} has no run`)
    return { ...session, run: session.run }
  }

  it.each(sessions)('opens with its data, settings and run, bit for bit (%s)', async (name) => {
    const session = await load(name)
    const { data, settings, network, rows, run, ...digests } = recorded[name]
    expect(session).toMatchObject({ data, run: { status: run.status, changes: run.changes } })
    expect(settingsObject(session.settings)).toEqual(settings)
    const prepared = prepare(session.data.table, session.settings)
    expect(prepared.network).toEqual(network)
    expect([prepared.train, prepared.validation, prepared.test].map((side) => side.rows.length)).toEqual(rows)
    const trainer = createTrainer(prepared, session.settings, machine)
    trainer.restore(session.run.state)
    const { parameters, optimizer, epoch, step } = trainer.state()
    expect({ epoch, step }).toEqual({ epoch: run.epoch, step: run.step })
    expect({
      weights: digestOfParameters(parameters),
      optimizer: digestOf(optimizer.slots.flat()),
      history: digestOfHistory(trainer.history.slice())
    }).toEqual(digests)
    trainer.release()
  })

  it.each(sessions)('is written again byte for byte, but for the digest that it did not have (%s)', (name) => {
    const bytes = read(name, 'session.safetensors')
    const again = Buffer.from(writeSession(readSession(bytes, name)))
    const sizeOf = (file: Buffer) => Number(file.readBigUInt64LE(0))
    const headerOf = (file: Buffer) => file.toString('utf8', 8, 8 + sizeOf(file)).trimEnd()
    expect(headerOf(again).replace(/,\\"sha256\\":\\"[0-9a-f]{64}\\"(?=}")/, '')).toBe(headerOf(bytes))
    expect(Buffer.compare(again.subarray(8 + sizeOf(again)), bytes.subarray(8 + sizeOf(bytes)))).toBe(0)
  })

  it('comes to the same weights but for their last digits when it is trained again from its seed', async () => {
    const session = await load('session-toy')
    const trainer = createTrainer(prepare(session.data.table, session.settings), session.settings, machine)
    while (trainer.epoch < recorded['session-toy'].run.epoch) trainer.trainEpoch()
    const then = session.run.state.parameters
    expect(digestOfParameters(then)).toBe(recorded['session-toy'].weights)
    expect(differences(numbersOf(trainer.parameters), numbersOf(then))).toEqual([])
    trainer.release()
  })
})

describe('a run of version 0.1', () => {
  const runs = json('runs.json') as unknown as readonly RecordedRun[]
  const table = readCsv(readFileSync(join(dataFolder, 'iris.csv')))
  const named = runs.map((run) => [`${JSON.stringify(run.settings.optimizer)} ${String(run.settings.precision)}`, run] as const)

  it.each(named)('has the recorded weights and history on either machine: %s', (_, { settings: stored, ...digests }) => {
    const settings = parseSettings(stored)
    for (const factory of [plainMachine, machine]) {
      const trainer = createTrainer(prepare(table, settings), settings, factory)
      while (trainer.epoch < settings.epochs) trainer.trainEpoch()
      expect({ weights: digestOfParameters(trainer.parameters), history: digestOfHistory(trainer.history.slice()) }).toEqual(digests)
      trainer.release()
    }
  })

  it('has the same files today, but for the last digits', async () => {
    const out = folder()
    const flags = '--data iris --target species --hidden 4 --epochs 3 --optimizer adam --validation 0.1 --seed 7'.split(' ')
    // Version 0.1 knew fewer tokens for a missing value.
    const { missing } = json('run', 'experiment.json').reading as { missing: string[] }
    const tokens = ['--missing-values', missing.map((token) => token || '""').join(',')]
    expect((await cli(['train', ...flags, ...tokens, '--out', out], { now: () => 0 })).code).toBe(0)
    for (const name of ['history.csv', 'predictions.csv']) {
      expect(differences(readFileSync(join(out, name), 'utf8'), read('run', name).toString()), name).toEqual([])
    }
    // The difference quotients are others, by a step of another size; what is checked is the same.
    const checked = (text: string) => text.split('\n').map((line) => line.split(',').slice(0, 5))
    const check = readFileSync(join(out, 'gradient-check.csv'), 'utf8')
    const checkedThen = checked(read('run', 'gradient-check.csv').toString())
    expect(differences(JSON.stringify(checked(check)), JSON.stringify(checkedThen))).toEqual([])
    expect(check.split('\n')[0]).toBe(read('run', 'gradient-check.csv').toString().split('\n')[0])
    const now = (name: string) => {
      const content = JSON.parse(readFileSync(join(out, name), 'utf8')) as Record<string, unknown>
      // Fields that version 0.1 did not have, and skips.
      delete (content.training as { state?: string } | undefined)?.state
      delete content.sha256
      delete content.doctor
      delete content.experiment
      return content
    }
    for (const name of ['experiment.json', 'weights.json']) {
      const { build: _, ...then } = json('run', name)
      const { build, ...rest } = now(name)
      expect(build).toMatchObject({ engine: 'fused-1' })
      expect(differences(JSON.stringify(rest), JSON.stringify(then)), name).toEqual([])
      expect(Object.keys(now(name))).toEqual(Object.keys(json('run', name)))
    }
    const { tier, threads, gradientCheck } = now('summary.json')
    const { gradientCheck: earlier, ...summary } = json('run', 'summary.json')
    const expected = { ...summary, engine: 'fused-1', tier, threads, gradientCheck }
    expect(differences(JSON.stringify(now('summary.json')), JSON.stringify(expected))).toEqual([])
    expect(gradientCheck).toMatchObject({ ...(earlier as object), worstRelativeError: expect.any(Number) as number })
    const numbers = (path: string) =>
      weightFormats.safetensors
        .read(readFileSync(path))
        .tensors.map(({ data }) => Array.from(data))
        .join()
    expect(differences(numbers(join(out, 'weights.safetensors')), numbers(join(fixtures, 'run/weights.safetensors')))).toEqual([])
  })
})

describe('a file of version 0.1', () => {
  it.each(weightFormatNames)('of weights opens with their training (%s)', (format) => {
    const file = weightFormats[format].read(read(`weights.${format}`))
    const { weights, settings, network } = recorded['session-file']
    const model = readModel(file)
    expect(digestOfParameters(model.parameters)).toBe(weights)
    expect(model.network).toEqual(network)
    const training = readTraining(file.metadata, model)
    expect(training).toMatchObject({ epoch: recorded['session-file'].run.epoch, build: 'kernels-strict' })
    expect(training.settings && settingsObject(training.settings)).toEqual(settings)
  })

  it.each(['settings.json', 'toy-settings.json', 'backprop-lab-settings.json'])('of settings opens, and is written again (%s)', (name) => {
    const bytes = read(name)
    const file = readSettingsJson(bytes)
    expect(settingsJson(file)).toBe(bytes.toString())
    expect(file.data).toMatchObject({ origin: { 'settings.json': 'file', 'toy-settings.json': 'toy' }[name] ?? 'sample' })
  })
})
