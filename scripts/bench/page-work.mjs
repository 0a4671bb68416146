import { say } from '../lib/say.mjs'
import { median } from './measure.mjs'

/**
 * The work that one act makes for the page: its script, its style and layout, and all that its thread does, painting too, in milliseconds of
 * the processor, so that what else the machine does counts little; and the time by the clock that the act itself gives.
 * @typedef {{ script: number, layout: number, all: number, answer: number }} PageWork
 */

/** After an act, so much later all that follows it is drawn too, in milliseconds. */
const AFTERWARDS = 300

/**
 * Measures acts in the page.
 * @param {import('playwright-core').Page} page
 * @param {number} times
 * @param {(time: number) => Promise<number>} act returns the time until its answer is seen
 * @returns {Promise<PageWork[]>}
 */
export async function pageWork(page, times, act) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (/** @type {string} */ name) => 1000 * (metrics.find((one) => one.name === name)?.value ?? NaN)
    return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration'), all: of('TaskDuration') }
  }
  /** @type {PageWork[]} */
  const works = []
  for (let time = 0; time < times; time++) {
    const before = await spent()
    const answer = await act(time)
    await page.waitForTimeout(AFTERWARDS)
    const after = await spent()
    works.push({
      script: after.script - before.script,
      layout: after.layout - before.layout,
      all: after.all - before.all,
      answer
    })
  }
  await session.detach()
  return works
}

/** @param {string} what @param {readonly PageWork[]} works */
export function tellWork(what, works) {
  tell(
    `${what}: script`,
    works.map(({ script }) => script)
  )
  tell(
    `${what}: style and layout`,
    works.map(({ layout }) => layout)
  )
  tell(
    `${what}: all of the page's thread, painting too`,
    works.map(({ all }) => all)
  )
  tell(
    `${what}: until it is seen`,
    works.map(({ answer }) => answer)
  )
}

/** @param {string} what @param {readonly number[]} figures */
export function tell(what, figures) {
  say(`${what}: median ${median(figures).toFixed(1)} ms, largest ${Math.max(...figures).toFixed(1)} ms`)
}
