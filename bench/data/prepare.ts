import fs from 'node:fs'
import { performance } from 'node:perf_hooks'
import { createTrainer, prepareTask, summaryTask, suggestSettings, type CooperativeTask } from '../../src/core'
import { loadData } from '../../src/node/files/data-file'
import { startUntestedBackend } from '../../src/node/kernels/start-backend'
import { defaultEngineConfig } from '../../src/shared/engine'

/** The cost of a part of opening a table: in seconds, of CPU besides; its longest part in milliseconds of CPU; memory after it in megabytes. */
interface Phase {
  readonly name: string
  readonly seconds: number
  readonly cpuSeconds: number
  readonly longest: number
  readonly megabytes: number
}

const phases: Phase[] = []
const megabytes = () => process.memoryUsage.rss() / 1e6

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function phase<T>(name: string, work: (part: <U>(does: () => U) => U) => T | Promise<T>): Promise<T> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  let longest = 0
  const result = await work((does) => {
    const before = process.cpuUsage()
    const answer = does()
    longest = Math.max(longest, cpuSince(before))
    return answer
  })
  phases.push({ name, seconds: (performance.now() - start) / 1000, cpuSeconds: cpuSince(cpu) / 1000, longest, megabytes: megabytes() })
  return result
}

function drive<T>(work: CooperativeTask<T>, part: <U>(does: () => U) => U): T {
  for (;;) {
    const { done, value } = part(() => work.next())
    if (done) return value
  }
}

const file = process.argv[2]
const { table } = await phase('read', () => loadData(file))
await phase('count', (part) => table.columns.forEach((column) => drive(summaryTask(column), part)))
const settings = suggestSettings(table)
const prepared = await phase('prepare', (part) => drive(prepareTask(table, settings), part))
const { machine } = startUntestedBackend(defaultEngineConfig)
const trainer = await phase('make a run', (part) => part(() => createTrainer(prepared, settings, machine, { readyLater: true })))
await phase('first evaluation', (part) => {
  while (!part(() => trainer.makeReady()));
})
process.stdout.write(`${JSON.stringify({ bytes: fs.statSync(file).size, rows: table.rows, phases, peakMegabytes: process.resourceUsage().maxRSS / 1000 })}\n`)
process.exit(0)
