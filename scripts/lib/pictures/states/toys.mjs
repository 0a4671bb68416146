import { openSample, openTab, pick, shown, train } from '../driver.mjs'

/** Each kind of toy data, by its stored name, learnt. */
const TOYS = ['xor', 'circles', 'moons', 'spirals', 'blobs', 'checkerboard', 'sine', 'step', 'line']

/**
 * The toy data sets.
 * @type {readonly import('../states.mjs').State[]}
 */
export const toys = [
  ...TOYS.map((name) => ({
    name: `toy-${name}`,
    reach: async (/** @type {import('../states.mjs').Stage} */ { page }) => {
      await openSample(page, `toy:${name}`)
      await openTab(page, 'points')
      await shown(page, 'toy-canvas')
      await train(page)
    }
  })),
  { name: 'toy-table', reach: ({ page }) => pick(page, 'toy-view', 1) },
  {
    name: 'toy-edited',
    reach: async ({ page }) => {
      await openSample(page, 'toy:moons')
      await pick(page, 'toy-view', 0)
      const box = await page.getByTestId('toy-canvas').boundingBox()
      if (!box) throw new Error('The plane is not in sight.')
      await page.mouse.move(box.x + 60, box.y + 40)
      await page.mouse.down()
      await page.mouse.move(box.x + 140, box.y + 90, { steps: 8 })
      await page.mouse.up()
      await shown(page, 'toy-edited')
    }
  }
]
