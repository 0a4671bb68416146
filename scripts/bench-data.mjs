import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { numbersFile } from './bench/data-file.mjs'
import { workbookFile } from './bench/workbook-file.mjs'
import { cacheDir, root } from './lib/paths.mjs'
import { countOf, flagsOf } from './lib/flags.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run --silent bench:data [-- --json] [--rows N] [--runs N] [--xlsx]`: times the reading of a CSV file of numbers to typed columns, by our
 * reader and by its peers, each in a process of its own, by turns; the best run of each counts. The peers come with `npm ci --prefix bench`.
 * `--xlsx` has our engine alone read an Excel workbook (of 100,000 rows unless given).
 * `--prepare` has our engine alone go on from there to a run that can begin, and tells what each phase takes.
 */
const PEERS = ['papaparse', 'csv-parse', 'duckdb']

const run = promisify(execFile)

await runScript(async () => {
  const { json, prepare, xlsx, ...counts } = flagsOf(process.argv.slice(2), {
    json: { type: 'boolean' },
    prepare: { type: 'boolean' },
    xlsx: { type: 'boolean' },
    rows: { type: 'string' },
    runs: { type: 'string', default: '3' }
  })
  const [rows, runs] = [countOf('rows', counts.rows ?? (xlsx ? '100000' : '500000')), countOf('runs', counts.runs)]
  const folder = path.join(cacheDir, 'bench')
  const file = xlsx ? workbookFile(folder, rows) : numbersFile(folder, rows)
  if (prepare) {
    const { stdout } = await run(process.execPath, [await buildEngine(folder, 'prepare'), file], { timeout: 1_200_000 })
    if (json) say(stdout.trim())
    else for (const line of phasesOf(JSON.parse(stdout))) say(line)
    return
  }
  const engine = await buildEngine(folder, 'engine')
  const starts = [
    { name: 'engine', script: engine },
    ...(xlsx ? [] : PEERS).map((name) => ({ name, script: path.join(root, 'bench', 'data', `${name}.mjs`) }))
  ]
  /** @type {Map<string, Record<string, any>>} */
  const best = new Map()
  for (let turn = 0; turn < runs; turn++) {
    for (const { name, script } of starts) {
      const figures = await timed(name, script, file)
      if (figures && !(figures.seconds >= best.get(name)?.seconds)) best.set(name, figures)
    }
  }
  const bytes = fs.statSync(file).size
  if (json) say(JSON.stringify({ bytes, rows, results: Object.fromEntries(best) }, null, 2))
  else for (const line of tableOf(best, bytes)) say(line)
})

/** @param {string} folder @param {'engine' | 'prepare'} entry */
async function buildEngine(folder, entry) {
  await build({
    root,
    configFile: path.join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: {
      ssr: `bench/data/${entry}.ts`,
      outDir: folder,
      emptyOutDir: false,
      license: false,
      rolldownOptions: { output: { entryFileNames: `data-${entry}.mjs` } }
    }
  })
  return path.join(folder, `data-${entry}.mjs`)
}

/**
 * The figures of a reader; null when it cannot run here.
 * @param {string} name @param {string} script @param {string} file
 */
async function timed(name, script, file) {
  try {
    const { stdout } = await run(process.execPath, [script, file], { timeout: 600_000 })
    return JSON.parse(stdout)
  } catch (error) {
    const reason = /** @type {{ stderr?: string }} */ (error).stderr?.split('\n').find((line) => line.includes('Error')) ?? String(error)
    process.stderr.write(`${name} is left out: ${reason.trim()}; its package comes with: npm ci --prefix bench\n`)
    return null
  }
}

/** @param {Record<string, any>} figures */
function phasesOf({ bytes, rows, phases, peakMegabytes }) {
  const lines = [`${(bytes / 1e6).toFixed(0)} MB, ${rows} rows`]
  for (const { name, seconds, cpuSeconds, longest, megabytes } of phases) {
    const parts = longest > 0 ? `, longest part ${longest.toFixed(0)} ms of CPU` : ''
    lines.push(`${name.padEnd(18)} ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of CPU)${parts}, then ${megabytes.toFixed(0)} MB`)
  }
  return [...lines, `peak ${peakMegabytes.toFixed(0)} MB`]
}

/** @param {Map<string, Record<string, any>>} best @param {number} bytes */
function tableOf(best, bytes) {
  const engine = best.get('engine')
  const lines = [`${(bytes / 1e6).toFixed(0)} MB, ${engine?.rows} rows × ${engine?.columns} columns`]
  for (const [name, { about, seconds, cpuSeconds, peakMegabytes, rows, columns, sum }] of best) {
    const isSame = rows === engine?.rows && columns === engine?.columns && Math.abs(sum - engine?.sum) <= 1e-9 * Math.abs(sum)
    const [time, cpu] = [seconds / (engine?.seconds ?? NaN), cpuSeconds / (engine?.cpuSeconds ?? NaN)]
    const ratio = `${time.toFixed(2)} × the engine's time (${cpu.toFixed(2)} × its CPU)`
    const figures = `${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of CPU), ${(bytes / 1e6 / seconds).toFixed(0)} MB/s, peak ${peakMegabytes.toFixed(0)} MB`
    lines.push(`${name.padEnd(10)} ${figures}, ${ratio}${isSame ? '' : ', and it read something else'}  [${about}]`)
  }
  return lines
}
