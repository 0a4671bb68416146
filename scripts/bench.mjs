import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { workloads } from '../bench/workloads.mjs'
import { Child } from './bench/child.mjs'
import { startsOf } from './bench/contenders.mjs'
import { measure } from './bench/measure.mjs'
import { parseOptions } from './bench/options.mjs'
import { withTable } from './bench/readme.mjs'
import { markdownTable, plainTable } from './bench/table.mjs'
import { root } from './lib/paths.mjs'
import { runScript, say, sayOn, Stop } from './lib/say.mjs'

/**
 * `npm run --silent bench [-- --json | --readme] [--only NAME,…]`: whole training steps of our engine and of its peers, by turns in one
 * run. The peers in JavaScript come with `npm ci --prefix bench`; numpy, scikit-learn and torch are taken where a python3 here has them.
 */
const READMES = ['README.md', 'README.zh-CN.md']

await runScript(async () => {
  const options = parseOptions(process.argv.slice(2))
  // What the preparation has to tell is no result.
  sayOn(process.stderr)
  const children = await readyChildren(await startsOf(options.contenders, warn))
  sayOn(process.stdout)
  try {
    if (children.length === 0) throw new Stop('None of these contenders can run here.')
    const measurements = await measure(
      children,
      workloads.filter(({ name }) => options.workloads.includes(name)),
      warn
    )
    if (options.json) {
      say(JSON.stringify(measurements, null, 2))
      return
    }
    const report = { measurements, machine: machine(), versions: versionsOf(children), peak: peakOf(children) }
    say(plainTable(report))
    if (options.readme) for (const name of READMES) writeTable(path.join(root, name), markdownTable(report))
  } finally {
    for (const child of children) child.end()
  }
})

/**
 * Starts all of them, one after the other: what each measures of itself at its start, it measures alone. Those that cannot run are
 * told and left out.
 * @param {readonly import('./bench/child.mjs').Start[]} starts
 */
async function readyChildren(starts) {
  /** @type {Child[]} */
  const children = []
  for (const start of starts) {
    const child = new Child(start)
    const problem = await child.ready()
    if (problem === null) children.push(child)
    else {
      child.end()
      const remedy = start.contender.startsWith('tfjs') ? '; install it with: npm ci --prefix bench' : ''
      warn(`${start.contender} is left out: ${problem}${remedy}`)
    }
  }
  return children
}

function machine() {
  const [{ model }] = os.cpus()
  return [`${model.trim()}, ${os.cpus().length} logical processors`, `${os.type()} ${os.release()} ${os.arch()}`]
}

/** Each contender's description of itself, once. @param {readonly Child[]} children */
function versionsOf(children) {
  return [...new Map(children.map(({ start, about }) => [start.contender, about]))].map(([contender, about]) => ({ contender, about }))
}

/** @param {readonly Child[]} children */
function peakOf(children) {
  const peaks = children.flatMap(({ figures }) => figures.peak ?? [])
  return peaks.length > 0 ? Math.max(...peaks) : null
}

/** @param {string} file @param {string} table */
function writeTable(file, table) {
  fs.writeFileSync(file, withTable(fs.readFileSync(file, 'utf8'), table, path.basename(file)))
}

/** @param {string} sentence */
function warn(sentence) {
  process.stderr.write(`${sentence}\n`)
}
