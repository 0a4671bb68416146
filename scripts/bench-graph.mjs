import fs from 'node:fs'
import path from 'node:path'
import { inAppWindow } from './bench/app-window.mjs'
import { pageWork, tell, tellWork } from './bench/page-work.mjs'
import { runScript, Stop } from './lib/say.mjs'

/**
 * `npm run bench:graph [-- times]`: how fast the graph explorer answers in the window, in milliseconds: a program of 120 nodes from the key
 * to its drawing, one move of its slider and what that costs the page, and programs with 3,000 inputs. Medians of so many times each.
 */

const NODES = 120
const WITHOUT_LOSS = 115
const [INPUTS, HIDDEN] = [8, 4]
const MANY = 3000

await runScript(async () => {
  const times = Number(process.argv[2] ?? 15)
  if (!Number.isInteger(times) || times < 1) throw new Stop('How many times? A whole number from 1 on.')
  await inAppWindow(async (page, folder) => {
    await page.getByTestId('page-graph').click()
    await page.getByTestId('graph-drawing').locator('.node').first().waitFor()
    const large = path.join(folder, 'large.json')
    const { expression, inputs } = network()
    fs.writeFileSync(large, share(expression, inputs))
    await open(page, large, NODES)
    tell(`${NODES} nodes, from the key to the drawing`, await repeated(times, () => redrawn(page)))
    tellWork(`${NODES} nodes, a move of a slider`, await pageWork(page, times, (time) => moved(page, time)))
    const scalars = path.join(folder, 'scalars.json')
    fs.writeFileSync(scalars, share('x0 * x1 + x2', Object.fromEntries(names(MANY, 'x').map((name) => [name, 0.5]))))
    tell(`${MANY} numbers, 3 of them used`, await repeated(Math.min(times, 5), () => opened(page, scalars, 5)))
    const vector = path.join(folder, 'vector.json')
    fs.writeFileSync(vector, share('sum(x ^ 2)', { x: Array.from({ length: MANY }, (_, k) => [k % 7]) }))
    tell(`a vector of ${MANY} numbers`, await repeated(Math.min(times, 5), () => opened(page, vector, 3)))
  })
  return 0
})

/** @param {number} count @param {string} letter */
function names(count, letter) {
  return Array.from({ length: count }, (_, k) => `${letter}${k}`)
}

/** A network of numbers with one hidden layer and its loss: 120 nodes, and 115 without the loss, which stands last. */
function network() {
  const units = names(HIDDEN, 'h')
  const inputs = names(INPUTS, 'x')
  const hidden = units.map((unit, j) => `${unit}=relu(${inputs.map((input, i) => `${input}*w${i}${j}`).join('+')})`)
  const output = `y=${units.map((unit, j) => `${unit}*v${j}`).join('+')}`
  const given = [...inputs, ...inputs.flatMap((_, i) => names(HIDDEN, `w${i}`)), ...names(HIDDEN, 'v'), 't']
  return {
    expression: [...hidden, output, 'sigmoid(0.5*(y-t)^2)'].join(';'),
    inputs: Object.fromEntries(given.map((name, k) => [name, (k % 9) / 10]))
  }
}

/**
 * A share file.
 * @param {string} expression
 * @param {Record<string, number | number[][]>} inputs
 */
function share(expression, inputs) {
  return JSON.stringify({ format: 'backprop-lab-graph', version: 1, expression, inputs })
}

/**
 * @template Figure
 * @param {number} times
 * @param {(time: number) => Promise<Figure>} once
 */
async function repeated(times, once) {
  /** @type {Figure[]} */
  const figures = []
  for (let time = 0; time < times; time++) figures.push(await once(time))
  return figures
}

/**
 * Opens a share file and waits until so many nodes are drawn.
 * @param {import('playwright-core').Page} page
 * @param {string} file
 * @param {number} count
 */
async function open(page, file, count) {
  await page.getByTestId('graph-save').click()
  await page.getByTestId('graph-open-share').setInputFiles(file)
  await page.waitForFunction((wanted) => document.querySelectorAll('[data-testid="graph-drawing"] .node').length === wanted, count)
  await page.keyboard.press('Escape')
}

/**
 * The time from a chosen share file to its drawing; another program is drawn before.
 * @param {import('playwright-core').Page} page
 * @param {string} file
 * @param {number} count
 */
async function opened(page, file, count) {
  await page.getByTestId('graph-examples').selectOption({ label: '4 * x + 2 * x' })
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="graph-drawing"] .node').length === 4)
  const start = performance.now()
  await open(page, file, count)
  return performance.now() - start
}

/**
 * The time from a key to the drawing of a program whose loss was not there before, so that it is laid out anew.
 * @param {import('playwright-core').Page} page
 */
function redrawn(page) {
  return page.evaluate(async ([whole, without]) => {
    const drawn = () => document.querySelectorAll('[data-testid="graph-drawing"] .node').length
    /** @param {string} text @param {number} nodes @returns {Promise<number>} */
    const write = async (text, nodes) => {
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-testid="graph-text"]'))
      const start = performance.now()
      area.value = text
      area.dispatchEvent(new Event('input', { bubbles: true }))
      while (drawn() !== nodes) await new Promise((resolve) => setTimeout(resolve))
      return performance.now() - start
    }
    const { value } = /** @type {HTMLTextAreaElement} */ (document.querySelector('[data-testid="graph-text"]'))
    await write(value.slice(0, value.lastIndexOf(';')), without)
    return write(value, whole)
  }, /** @type {const} */ ([NODES, WITHOUT_LOSS]))
}

/**
 * One move of the first slider: the time until the result is another.
 * @param {import('playwright-core').Page} page
 * @param {number} time
 */
function moved(page, time) {
  return page.evaluate(
    async (value) => {
      const titles = () => document.querySelector('[data-testid="graph-drawing"]')?.textContent
      const slider = /** @type {HTMLInputElement} */ (document.querySelector('[data-testid="graph-slide-x1"]'))
      const shown = titles()
      const start = performance.now()
      slider.value = String(value)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((resolve) => {
        const frame = () => (titles() === shown ? requestAnimationFrame(frame) : resolve(undefined))
        requestAnimationFrame(frame)
      })
      return performance.now() - start
    },
    time % 2 === 0 ? 2 : 3
  )
}
