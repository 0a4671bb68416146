import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { inAppWindow } from './bench/app-window.mjs'
import { bundled } from './bench/bundle.mjs'
import { numbersFile } from './bench/data-file.mjs'
import { pageWork } from './bench/page-work.mjs'
import { cacheDir, root } from './lib/paths.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run --silent bench:around`: what lies around the steps of a run: the engine's time for steps, evaluations, orders of the epochs and
 * all else, on this Node; then, in the window, the time by the clock and the processor time of each process, and of the page's thread.
 */
const data = (/** @type {string} */ name) => path.join(root, 'data', `${name}.csv`)

await runScript(async () => {
  const rows = numbersFile(path.join(cacheDir, 'bench'), 500_000)
  const jobs = [
    { name: 'iris, 100 epochs', file: data('iris'), target: 'species', inputs: 4, epochs: 100 },
    { name: 'digits, 30 epochs', file: data('digits'), target: 'digit', inputs: 61, epochs: 30 },
    { name: '500,000 rows × 21, 3 epochs', file: rows, target: 'label', inputs: 20, epochs: 3 }
  ]
  const { engineTimes } = await bundled('around')
  say('In the engine, 16 tanh, batch 16, float64, in milliseconds')
  for (const { name, file, target, epochs } of jobs) {
    const { steps, evaluations, orders, rest } = await engineTimes(file, target, epochs, () => performance.now())
    say(`  ${name}: steps ${ms(steps)}, evaluations ${ms(evaluations)}, orders ${ms(orders)}, all else ${ms(rest)}`)
  }
  say('In the window, in milliseconds')
  for (const job of jobs) say(`  ${job.name}: ${await inAppWindow((page, _folder, app) => inWindow(page, app, job))}`)
})

/** @param {number} value */
function ms(value) {
  return value.toFixed(1)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').ElectronApplication} app
 * @param {{ file: string, inputs: number, epochs: number }} job
 */
async function inWindow(page, app, { file, inputs, epochs }) {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.getByTestId('open-file').click()
  await page.getByTestId('run-button').and(page.locator(':enabled')).waitFor()
  await page.getByText(`${inputs} →`).first().waitFor()
  await page.getByTestId('epochs').fill(String(epochs))
  await page.getByTestId('epochs').press('Enter')
  const before = await processes(app)
  const [work] = await pageWork(page, 1, async () => {
    const start = performance.now()
    await page.getByTestId('run-button').click()
    await page.locator('[data-testid="status-pill"][data-status="finished"]').waitFor()
    return performance.now() - start
  })
  const after = await processes(app)
  const spent = Object.keys(after).map((kind) => `${kind} ${ms(1000 * (after[kind] - (before[kind] ?? 0)))}`)
  return `by the clock ${ms(work.answer)}; processor time: ${spent.join(', ')}; the page's script ${ms(work.script)}, style and layout ${ms(work.layout)}, all of its thread ${ms(work.all)}`
}

/**
 * The processor time of each kind of process so far, in seconds.
 * @param {import('playwright-core').ElectronApplication} app
 * @returns {Promise<Record<string, number>>}
 */
function processes(app) {
  return app.evaluate(({ app: electron }) =>
    Object.fromEntries(
      electron.getAppMetrics().map(({ type, name, cpu }) => [name ? `${type} ${name}` : type, cpu.cumulativeCPUUsage ?? NaN])
    )
  )
}
