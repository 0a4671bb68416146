import fs from 'node:fs'
import path from 'node:path'
import { bundle } from '../bench/bundle.mjs'
import { root } from '../lib/paths.mjs'
import { runNode } from '../lib/run.mjs'

/** A process reads so many swollen files: one alone, so that its memory is that of this file, unless it has to be quick. */
const WHOLE = { step: 1, mutants: 10_000, unpacked: 1024 ** 3, together: 1 }
const SHORT = { step: 199, mutants: 200, unpacked: 128 * 1024 ** 2, together: Infinity }

/** The heap of a process that reads, the memory that it may take beyond what it had, in megabytes, and the most processor time of an answer. */
const HEAP = 2048
const MEMORY = 1024
const MILLISECONDS = 2000

/** @type {import('./part.mjs').AttackPart} */
export default {
  name: 'formats',
  title: 'damaged, contradictory and swollen files of every format',
  async run({ short, seed, folder, say }) {
    const program = await bundle('attack/formats-child')
    const { step, mutants, unpacked, together } = short ? SHORT : WHOLE
    const parquet = path.join(root, 'tests', 'node', 'files', 'people-snappy.parquet')
    const work = (/** @type {string} */ task, /** @type {object} */ options) =>
      childOf(program, task, { folder, parquet, seed, ...options })
    const damage = await work('damage', { step, mutants })
    /** @type {Record<string, number | string>} */
    const figures = {}
    for (const [what, tally] of Object.entries(damage.tallies)) figures[what] = lineOf(tally)
    say(`  ${Object.values(damage.tallies).reduce((sum, { tried }) => sum + tried, 0)} damaged files read`)
    const failures = [...damage.failures, ...(damage.failed > 50 ? [`and ${damage.failed - 50} more`] : [])]
    const bombs = await work('make-bombs', { size: unpacked })
    let [slowest, largest] = [0, 0]
    for (let from = 0; from < bombs.length; from += together) {
      const some = bombs.slice(from, from + together)
      const results = await work('read', { bombs: some }).catch((error) =>
        some.map(() => ({ outcome: `broke: ${error.message}`, milliseconds: 0, megabytes: 0 }))
      )
      for (const [b, bomb] of some.entries()) {
        const { outcome, milliseconds, megabytes } = results[b]
        ;[slowest, largest] = [Math.max(slowest, milliseconds), Math.max(largest, megabytes)]
        failures.push(...complaints(bomb, { outcome, milliseconds, megabytes }))
        if (!short) say(`  ${bomb.name} (${sizeOf(bomb.path)}): ${outcome}, ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`)
      }
    }
    return {
      figures: {
        ...figures,
        'swollen files': bombs.length,
        'slowest answer': `${slowest.toFixed(0)} ms of processor time`,
        'most memory': `${largest.toFixed(0)} MB`
      },
      failures
    }
  }
}

/**
 * Runs one task in a process of its own and returns its result.
 * @param {string} program
 * @param {string} task
 * @param {object} options
 */
async function childOf(program, task, options) {
  const args = [`--max-old-space-size=${HEAP}`, program, task, JSON.stringify(options)]
  const { code, stdout, stderr } = await runNode(args, { output: 'capture' })
  if (code !== 0) throw new Error(`${task} ended with ${code}: ${stderr.trim().slice(-2000)}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

/**
 * Names what must not be. An honest file may take longer.
 * @param {{ name: string, isHonest: boolean }} bomb
 * @param {{ outcome: string, milliseconds: number, megabytes: number }} read
 */
function complaints({ name, isHonest }, { outcome, milliseconds, megabytes }) {
  return [
    ...(outcome.startsWith(isHonest ? 'read' : 'refused') ? [] : [`${name}: ${outcome}`]),
    ...(milliseconds <= MILLISECONDS || isHonest ? [] : [`${name}: an answer after ${milliseconds.toFixed(0)} ms of processor time`]),
    ...(megabytes <= MEMORY ? [] : [`${name}: ${megabytes.toFixed(0)} MB`])
  ]
}

/** @param {{ tried: number, refused: number, same: number, other: number, slowest: number }} tally */
function lineOf({ tried, refused, same, other, slowest }) {
  const others = other > 0 ? `, ${other} read to other values` : ''
  return `${tried}: ${refused} refused, ${same} read to the same values${others}, at most ${slowest.toFixed(0)} ms`
}

/** @param {string} file */
function sizeOf(file) {
  const found = fs.statSync(file)
  return found.isFile() ? `${(found.size / 1024 ** 2).toFixed(2)} MB` : 'no file'
}
