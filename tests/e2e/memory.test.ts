import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inEnglish } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** The memory that is held when the page's garbage has been collected. */
interface Memory {
  /** Bytes of the page's heap, the code that V8 has compiled among them. */
  readonly heap: number
  /** Objects and arrays that a script of the page can still reach. */
  readonly objects: number
  /** Elements and texts, in the document or only remembered by a script. */
  readonly nodes: number
  readonly listeners: number
  /** Bytes of the engine process, its garbage included. */
  readonly engine: number
}

const MEGABYTE = 2 ** 20
/** A fall of the heap that is worth another collection. */
const FALL = 0.05 * MEGABYTE

/**
 * The growth that 200 runs may have, after the first 200: by then undo has its 100 steps, with one at every other run. The heap grows with the
 * code that is compiled, the objects with what happens to be in sight. The engine process goes up and down by 20 MB as its garbage is
 * collected; weights, rows and history kept of each run would come to more.
 */
const RUNS_LIMIT = { heap: 3 * MEGABYTE, objects: 1500, nodes: 50, listeners: 20, engine: 40 * MEGABYTE }

/** The same between the first opening of each data set and the sixth. What is in sight has more or less texts each time. */
const OPENINGS_LIMIT = { heap: 2 * MEGABYTE, objects: 1500, nodes: 400, listeners: 20, engine: 40 * MEGABYTE }

describe('the memory', () => {
  const window = useAppWindow({ preferences: inEnglish })
  let session: CDPSession

  beforeAll(async () => {
    const { page } = window.current
    session = await page.context().newCDPSession(page)
  })
  afterAll(() => session.detach())

  async function measure(): Promise<Memory> {
    const { app } = window.current
    const heap = await collectGarbage()
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    const engine = await app.evaluate(
      (electron) => electron.app.getAppMetrics().find(({ name }) => name === 'Backprop Lab engine')?.memory.workingSetSize ?? 0
    )
    return { heap, objects: await countObjects(), nodes, listeners: jsEventListeners, engine: engine * 1024 }
  }

  /**
   * Collects garbage until the heap falls no further, and returns its bytes. One collection leaves up to 2 MB: what is finalized in it, and code
   * that has not run since the one before, goes only with the next.
   */
  async function collectGarbage(): Promise<number> {
    for (let least = Infinity; ;) {
      // What is told once a frame has been told and let go of by then.
      await window.current.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      if (usedSize > least - FALL) return Math.min(usedSize, least)
      least = usedSize
    }
  }

  async function countObjects(): Promise<number> {
    const group = { objectGroup: 'counted' }
    const { result } = await session.send('Runtime.evaluate', { expression: 'Object.prototype', ...group })
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '', ...group })
    const count = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length }'
    })
    await session.send('Runtime.releaseObjectGroup', group)
    return Number(count.result.value)
  }

  /** Writes the growth to the log, one figure a line, and returns what is more than it may be. */
  function grown(before: Memory, after: Memory, limits: Memory): string[] {
    const names = Object.keys(limits) as (keyof Memory)[]
    const lines = names.map((name) => `${name}: ${before[name]} → ${after[name]}`)
    console.log(lines.join('\n'))
    return lines.filter((_, i) => after[names[i]] - before[names[i]] > limits[names[i]])
  }

  it('stays as it is over 200 runs', async () => {
    await window.current.type('epochs', '8')
    await window.current.page.evaluate(train, 200)
    const before = await measure()
    await window.current.page.evaluate(train, 200)
    expect(grown(before, await measure(), RUNS_LIMIT)).toEqual([])
  })

  it('stays as it is over 20 openings of data sets', async () => {
    const appWindow = window.current
    const openEach = async () => {
      for (const [name, network] of [
        ['wine', '13 →'],
        ['penguins', '→ 3 softmax'],
        ['toy:moons', '2 →'],
        ['iris', '4 →']
      ]) {
        await appWindow.find('sample-select').selectOption(name)
        await appWindow.find('network-line').filter({ hasText: network }).waitFor()
      }
    }
    await openEach()
    const before = await measure()
    for (let times = 0; times < 5; times++) await openEach()
    expect(grown(before, await measure(), OPENINGS_LIMIT)).toEqual([])
  })
})

/** Trains from the first epoch to the last, again and again, every other time with new weights. Runs in the page. */
async function train(runs: number): Promise<void> {
  const button = (name: string) => {
    const found = document.querySelector<HTMLButtonElement>(`[data-testid="${name}"]`)
    if (!found) throw new Error(`There is no ${name}.`)
    return found
  }
  const until = (is: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (is() ? resolve() : requestAnimationFrame(look))
      look()
    })
  const isThere = (name: string) => document.querySelector(`[data-testid="${name}"]:enabled`) !== null
  const status = () => document.querySelector<HTMLElement>('[data-testid="status-pill"]')?.dataset.status
  for (let run = 0; run < runs; run++) {
    const back = run % 2 === 0 ? 'rewind-button' : 'new-seed-button'
    await until(() => isThere('run-button'))
    button('run-button').click()
    await until(() => status() === 'finished' && isThere(back))
    button(back).click()
    // New weights in place of trained ones are asked for once more.
    if (back === 'new-seed-button') {
      await until(() => isThere('confirm-ok'))
      button('confirm-ok').click()
    }
    await until(() => status() === 'idle')
  }
}
