import { operationsOf, workloads as all } from '../../bench/workloads.mjs'

/** @typedef {import('./measure.mjs').Measurement} Measurement */

/**
 * The figures that were measured, and the machine.
 * @typedef {object} Report
 * @property {readonly Measurement[]} measurements
 * @property {readonly string[]} machine the processor, the number of its cores, the systems and versions
 * @property {readonly { contender: string, about: string }[]} versions
 * @property {number | null} peak one core's float32 operations a second, of a kernel in registers in the engine's process
 */

const ENGINE = 'engine'
/** The peers that the engine is compared with; plain loops are the baseline, not a peer. */
const PEERS = ['tfjs-cpu', 'tfjs-wasm', 'sklearn', 'numpy', 'torch']

/** The multiple of the best peer's speed that our engine aims at: with gradient descent in float32, and for every other row. */
const GOALS = new Map([
  ['tiny', 30],
  ['small', 6],
  ['medium', 1.6],
  ['large', 1.4]
])
const GOAL = 1.3

/**
 * The rows of the table: one a contender and number of threads, a cell a workload in microseconds a step; then what follows from them.
 * @param {Report} report
 * @returns {string[][]}
 */
export function tableRows({ measurements, peak }) {
  const names = all.map(({ name }) => name).filter((name) => measurements.some(({ workload }) => workload === name))
  const keys = [
    ...new Set(measurements.map(({ contender, threads }) => `${contender}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`))
  ]
  /** @param {string} workload @param {readonly string[]} contenders */
  const best = (workload, contenders) =>
    measurements.reduce(
      (least, one) => (one.workload === workload && contenders.includes(one.contender) ? Math.min(least, one.microsecondsPerStep) : least),
      Infinity
    )
  /** @param {string} title @param {(name: string) => string} cell */
  const row = (title, cell) => [title, ...names.map(cell)]
  const rows = [row('µs a step', (name) => name)]
  for (const key of keys) {
    rows.push(
      row(key, (name) => {
        const found = measurements.find(
          ({ workload, contender, threads }) => workload === name && key.startsWith(`${contender}, ${threads} `)
        )
        return found ? figure(found.microsecondsPerStep) : '–'
      })
    )
  }
  if (measurements.some(({ contender }) => contender === ENGINE)) {
    if (measurements.some(({ contender }) => PEERS.includes(contender))) {
      rows.push(row('engine ÷ best peer, in speed', (name) => ratio(best(name, PEERS) / best(name, [ENGINE]), GOALS.get(name) ?? GOAL)))
    }
    if (peak !== null) {
      rows.push(
        row("one thread's part of one core's peak", (name) => {
          const workload = all.find((one) => one.name === name)
          const own = measurements.find((one) => one.workload === name && one.contender === ENGINE && one.threads === 1)
          if (!workload || !own) return '–'
          // A vector holds half as many numbers of float64.
          const most = workload.precision === 'f32' ? peak : peak / 2
          return `${Math.round((operationsOf(workload) / (own.microsecondsPerStep * 1e-6) / most) * 100)} %`
        })
      )
    }
  }
  return rows
}

/** A ratio, with a remark where it falls short of its goal. @param {number} value @param {number} goal */
function ratio(value, goal) {
  if (!Number.isFinite(value)) return '–'
  const text = `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}×`
  return value < goal ? `${text} (short of ${goal}×)` : text
}

/** Three digits that count. @param {number} value */
function figure(value) {
  return value >= 1000 ? String(Number(value.toPrecision(4))) : String(Number(value.toPrecision(3)))
}

/**
 * The table for a terminal.
 * @param {Report} report
 */
export function plainTable(report) {
  const rows = tableRows(report)
  const widths = rows[0].map((_, c) => Math.max(...rows.map((cells) => cells[c].length)))
  const lines = rows.map((cells) => cells.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '))
  return [...lines, '', ...footnotes(report)].join('\n')
}

/**
 * The table for a README.
 * @param {Report} report
 */
export function markdownTable(report) {
  const [head, ...rows] = tableRows(report)
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    line(head.map((_, c) => (c === 0 ? '---' : '---:'))),
    ...rows.map(line),
    '',
    ...footnotes(report).map((note) => `${note}  `)
  ]
    .join('\n')
    .trimEnd()
}

/** @param {Report} report */
function footnotes({ machine, versions, peak }) {
  const notes = [`${machine.join(' · ')}.`, `${versions.map(({ contender, about }) => `${contender}: ${about}`).join(' · ')}.`]
  if (peak !== null) notes.push(`One core's peak: ${(peak / 1e9).toFixed(0)} GFLOP/s.`)
  return notes
}
