import type { AppWindow } from '../../support/app-window'
import type { State } from '../states'

/** Each kind of toy data, by its stored name, learnt. */
const TOYS = ['xor', 'circles', 'moons', 'spirals', 'blobs', 'checkerboard', 'sine', 'step', 'line']

/** The toy data sets. */
export const toys: readonly State[] = [
  ...TOYS.map((name) => ({
    name: `toy-${name}`,
    reach: async (appWindow: AppWindow) => {
      await appWindow.openSample(`toy:${name}`)
      await appWindow.openTab('points')
      await appWindow.waitFor('toy-canvas')
      await appWindow.train()
    }
  })),
  { name: 'toy-table', reach: (appWindow) => appWindow.pick('toy-view', 1) },
  {
    name: 'toy-edited',
    reach: async (appWindow) => {
      await appWindow.openSample('toy:moons')
      await appWindow.pick('toy-view', 0)
      const box = await appWindow.find('toy-canvas').boundingBox()
      if (!box) throw new Error('The plane is not in sight.')
      await appWindow.page.mouse.move(box.x + 60, box.y + 40)
      await appWindow.page.mouse.down()
      await appWindow.page.mouse.move(box.x + 140, box.y + 90, { steps: 8 })
      await appWindow.page.mouse.up()
      await appWindow.waitFor('toy-edited')
    }
  }
]
