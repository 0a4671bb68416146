import { readFileSync } from 'node:fs'

import { createRandom, fromUtf8, readCases, readGraphShare, readSession } from '#core'
import { loadSettingsFile } from '../../src/engine/store/settings-file'
import { loadData } from '../../src/node/files/data-file'
import { loadModel } from '../../src/node/files/model-file'
import { readWhole } from '../../src/node/files/read-whole'
import { repeatableExperiment } from '../../src/node/files/run-experiment'
import { readError } from '../../src/node/files/system-errors'
import { requireSafetensorsStart } from '../../src/node/files/weights-start'
import { makeBombs, type Bomb } from './formats/bombs'
import { Examiner, flip, truncate, type Tally } from './formats/damage'
import { mutateCsv, mutateJson } from './formats/mutants'
import { samplesIn } from './formats/samples'

interface DamageOptions {
  readonly folder: string
  readonly parquet: string
  readonly seed: number
  /** The distance between the bits that are flipped, and between the places that are cut at. */
  readonly step: number
  /** The number of mutants of JSON, and of tables, that are read. */
  readonly mutants: number
}

/** Reads every truncation, every flip and the mutants of a small file of each format. */
async function damage({ folder, parquet, seed, step, mutants }: DamageOptions) {
  const random = createRandom(seed)
  const samples = samplesIn(folder, new Uint8Array(readFileSync(parquet)))
  const kinds = samples.length - 5
  const tallies: Record<string, Tally> = {}
  const failures: string[] = []
  const record = async (what: string, examine: (examiner: Examiner) => Promise<unknown>, sample: (typeof samples)[number]) => {
    const examiner = new Examiner(sample)
    await examine(examiner)
    if (examiner.tally.tried > 0) tallies[`${what} of ${sample.name}`] = examiner.tally
    failures.push(...examiner.failures)
  }
  for (const sample of samples) {
    await record('truncations', (examiner) => truncate(examiner, sample, step), sample)
    await record('flips', (examiner) => flip(examiner, sample, step), sample)
    if (sample.name === 'table.csv') await record('mutants', (examiner) => mutateCsv(examiner, sample, mutants, random), sample)
    else await record('mutants', (examiner) => mutateJson(examiner, sample, Math.ceil(mutants / kinds), random), sample)
  }
  return { tallies, failures: failures.slice(0, 50), failed: failures.length }
}

async function bombsIn({ folder, parquet, size }: { folder: string; parquet: string; size: number }): Promise<Bomb[]> {
  return makeBombs(folder, samplesIn(folder, new Uint8Array(readFileSync(parquet))), size)
}

const readers: Readonly<Record<Bomb['reader'], (path: string) => Promise<unknown>>> = {
  settings: loadSettingsFile,
  experiment: repeatableExperiment,
  cases: async (path) => readCases(fromUtf8(await readWhole(path, 'cases', { pipes: true }), path)),
  share: async (path) => readGraphShare(fromUtf8(await readWhole(path, 'cases'), path)),
  weights: loadModel,
  session: async (path) => readSession(await readWhole(path, 'session', { before: requireSafetensorsStart }), path),
  data: loadData
}

/** Reads files one after the other; tells what came of each, its processor time, and the memory taken at most so far, in megabytes. */
async function readBombs({ bombs }: { bombs: readonly Bomb[] }) {
  const before = process.memoryUsage.rss()
  const results = []
  for (const bomb of bombs) results.push(await readBomb(bomb, before))
  return results
}

async function readBomb({ path, reader }: Bomb, before: number) {
  const start = process.cpuUsage()
  let outcome = 'read'
  try {
    await readers[reader](path)
  } catch (error) {
    const { name, code, message } = readError(path, error) as { name: string; code?: string; message: string }
    outcome = name === 'AppError' ? `refused: ${code}` : `broke: ${name} ${message}`
  }
  const { user, system } = process.cpuUsage(start)
  const milliseconds = (user + system) / 1000
  const megabytes = Math.max(0, process.resourceUsage().maxRSS / 1024 - before / 1_048_576)
  return { outcome, milliseconds, megabytes }
}

/** The work of one process of the part, by what it is told in its arguments; it prints its result as one line of JSON. */
const tasks = { damage, 'make-bombs': bombsIn, read: readBombs }

const [task, argument] = process.argv.slice(2)
process.stdout.write(`${JSON.stringify(await tasks[task as keyof typeof tasks](JSON.parse(argument) as never))}\n`)
