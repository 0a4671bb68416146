import { inAppWindow } from './bench/app-window.mjs'
import { bundled } from './bench/bundle.mjs'
import { tell } from './bench/page-work.mjs'
import { flagsOf } from './lib/flags.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run bench:labs [-- --study] [--share 0.1]`: the time until the first program is checked, from the moment that its editor is opened, and of
 * further checks of its 27 gradients, in milliseconds. With --study plants mistakes in 3,000 networks of every kind instead, or a share of
 * them, and says how many are named, and whether a right backward pass is accused.
 */

const CHECKS = 15

await runScript(async () => {
  const { study, share } = flagsOf(process.argv.slice(2), { study: { type: 'boolean' }, share: { type: 'string', default: '1' } })
  const { studyShare, program } = await bundled('labs')
  if (study) {
    const { missed, ...figures } = studyShare(Number(share))
    say(JSON.stringify(figures))
    for (const one of missed) say(one)
    return
  }
  await inAppWindow(async (page) => {
    await page.evaluate((text) => localStorage.setItem('labs-program-L000', text), program)
    await page.getByTestId('page-labs').click()
    await page.getByTestId('labs-view-backward').waitFor()
    tell('the first check, from the opening of the editor', [await checked(page, 'labs-view-backward')])
    const times = []
    for (let check = 0; check < CHECKS; check++) times.push(await checked(page))
    tell('a check of 27 gradients, on six networks', times)
  })
})

/**
 * The time from a click, on what opens the editor or else on Check, until the judgement of a check is seen.
 * @param {import('playwright-core').Page} page
 * @param {string} [opening] what is clicked before
 */
function checked(page, opening) {
  return page.evaluate(async (first) => {
    const find = (/** @type {string} */ id) => /** @type {HTMLButtonElement | null} */ (document.querySelector(`[data-testid="${id}"]`))
    const until = (/** @type {() => unknown} */ isSo) =>
      new Promise((resolve) => {
        const frame = () => (isSo() ? resolve(undefined) : requestAnimationFrame(frame))
        frame()
      })
    const start = performance.now()
    if (first) find(first)?.click()
    await until(() => find('labs-check')?.disabled === false)
    find('labs-check')?.click()
    await until(() => find('labs-check')?.disabled === true)
    await until(() => find('labs-check')?.disabled === false && find('labs-sentence')?.textContent?.includes('27'))
    return performance.now() - start
  }, opening)
}
