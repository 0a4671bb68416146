import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { numbersFile } from './bench/data-file.mjs'
import { median } from './bench/measure.mjs'
import { pythonWith } from './bench/python.mjs'
import { buildCli } from './lib/build.mjs'
import { countOf, flagsOf } from './lib/flags.mjs'
import { cacheDir, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { withTemporaryFolder } from './lib/temporary.mjs'

/**
 * `npm run --silent bench:jobs [-- --runs 3] [--rows 500000]`: whole jobs, from a CSV file on the disk over 50 epochs to weights on the
 * disk, each in a process of its own, by turns: our command line with its check of the gradients, and programs of a few lines with
 * scikit-learn and PyTorch where a python3 here has them. Tells the median of the wall clock.
 */
const EPOCHS = 50
const HIDDEN = 64

await runScript(async () => {
  const flags = flagsOf(process.argv.slice(2), { runs: { type: 'string', default: '3' }, rows: { type: 'string', default: '500000' } })
  const [runs, rows] = [countOf('runs', flags.runs), countOf('rows', flags.rows)]
  await buildCli()
  const jobs = [
    { name: 'digits', table: path.join(root, 'data', 'digits.csv'), target: 'digit', batch: 32 },
    { name: `${rows} rows × 21 columns`, table: numbersFile(path.join(cacheDir, 'bench'), rows), target: 'label', batch: 200 }
  ]
  await withTemporaryFolder(async (folder) => {
    for (const job of jobs) {
      const contenders = await contendersFor(job, path.join(folder, 'out'))
      /** @type {number[][]} */
      const seconds = contenders.map(() => [])
      for (let turn = 0; turn < runs; turn++) {
        for (const [c, { command, args }] of contenders.entries()) seconds[c].push(await timed(command, args))
      }
      say(job.name)
      contenders.forEach(({ name }, c) => say(`  ${name.padEnd(14)}${median(seconds[c]).toFixed(2).padStart(8)} s`))
    }
  })
})

/**
 * @param {{ table: string, target: string, batch: number }} job
 * @param {string} out
 */
async function contendersFor({ table, target, batch }, out) {
  const ours = [path.join(root, 'bin', 'backprop-lab.js'), 'train', '--data', table, '--target', target, '--out', out]
  const settings = ['--hidden', `${HIDDEN}`, '--activation', 'relu', '--epochs', `${EPOCHS}`, '--batch-size', `${batch}`]
  const contenders = [{ name: 'Backprop Lab', command: process.execPath, args: [...ours, ...settings, '--learning-rate', '0.1'] }]
  for (const [name, module] of [
    ['scikit-learn', 'sklearn'],
    ['PyTorch', 'torch']
  ]) {
    const python = await pythonWith(module)
    if (python === null) continue
    const script = path.join(root, 'bench', 'jobs', `${module}_job.py`)
    contenders.push({ name, command: python, args: ['-B', script, table, `${HIDDEN}`, `${EPOCHS}`, `${batch}`, out] })
  }
  return contenders
}

/**
 * The seconds that a program takes, from its start to its end.
 * @param {string} command
 * @param {readonly string[]} args
 */
async function timed(command, args) {
  const start = performance.now()
  const { code, stderr } = await run(command, args, { output: 'capture' })
  if (code !== 0) throw new Stop(`${path.basename(command)} ${args.join(' ')} ended with ${code}:\n${stderr}`)
  return (performance.now() - start) / 1000
}
