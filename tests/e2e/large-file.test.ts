import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE, useLab } from './support/lab-window'

/** 500,000 rows of 20 numbers and a label take some 110 MB. */
const ROWS = 500_000
const COLUMNS = 20

/** How long anything the user does may wait while a file is read, in milliseconds, at the 95th percentile. */
const INPUT_LIMIT_MS = 100
/** A display paints a frame in 16.7 ms; a virtual one on a busy machine gets twice that. */
const FRAME_LIMIT_MS = 34
/** How soon reading ends after Cancel, in milliseconds. */
const CANCEL_LIMIT_MS = 500

describe('a file of 110 MB', () => {
  const window = useLab({ preferences: inEnglish })
  const folder = useFolder()
  const file = path.join(folder, 'large.csv')

  it('is generated', () => {
    const out = fs.openSync(file, 'w')
    fs.writeSync(out, `${Array.from({ length: COLUMNS }, (_, i) => `x${i}`).join(',')},label\n`)
    let state = 1
    const next = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff)
    for (let block = 0; block < ROWS / 5000; block++) {
      const rows = Array.from({ length: 5000 }, () => {
        const cells = Array.from({ length: COLUMNS }, () => ((next() % 20_000_001) / 1_000_000 - 10).toFixed(6))
        return `${cells.join(',')},${next() % 2 === 0 ? 'a' : 'b'}\n`
      })
      fs.writeSync(out, rows.join(''))
    }
    fs.closeSync(out)
    expect(fs.statSync(file).size).toBeGreaterThan(95e6)
  })

  it('shows how far it is, and is cancelled half way', async () => {
    const lab = window.current
    const before = await lab.figures()
    const cancelling = lab.page.evaluate(cancelHalfWay)
    await lab.chooseFile(file)
    const { text, taken } = await cancelling
    console.log(`cancelled at “${text}” after ${Math.round(taken)} ms`)
    expect(taken).toBeLessThan(CANCEL_LIMIT_MS)
    expect(await lab.find('error-banner').count()).toBe(0)
    expect(await lab.find('sample-select').inputValue()).toBe('iris')
    expect(await lab.figures()).toEqual(before)
  })

  it('opens when it is let, while the window can be used', async () => {
    const lab = window.current
    await lab.chooseFile(file)
    const delays = (await lab.page.evaluate(measureInput, 'large.csv')).toSorted((a, b) => a - b)
    const p95 = delays[Math.floor(0.95 * delays.length)]
    console.log(`while a file is read: ${delays.length} inputs, p95 ${p95.toFixed(1)} ms, longest ${delays.at(-1)?.toFixed(1)} ms`)
    expect(delays.length).toBeGreaterThan(20)
    expect(p95).toBeLessThan(INPUT_LIMIT_MS)
  })

  it('scrolls as fast as the display goes', async () => {
    const lab = window.current
    await lab.click('tab-data')
    await lab.page.locator('[data-testid="data-table"] [aria-colindex="2"]', { hasText: /\d/ }).first().waitFor()
    await lab.find('data-table').hover()
    const frames = lab.page.evaluate(framesFor, 2000)
    for (let turn = 0; turn < 40; turn++) await lab.page.mouse.wheel(0, turn % 2 === 0 ? 900 : 4000)
    const times = (await frames).toSorted((a, b) => a - b)
    const median = times[Math.floor(times.length / 2)]
    console.log(`scrolling 500,000 rows: ${times.length} frames, median ${median.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(1)} ms`)
    expect(median).toBeLessThan(FRAME_LIMIT_MS)
    const lineInSight = async () =>
      Number((await lab.find('data-table').locator('[role="rowheader"]').last().innerText()).replace(/\D/g, ''))
    await expect.poll(lineInSight, PATIENCE).toBeGreaterThan(2000)
  })

  it('shows every row', async () => {
    const lab = window.current
    await lab.click('tab-data')
    const table = lab.find('data-table')
    expect(await table.getAttribute('aria-rowcount')).toBe(String(ROWS + 1))
    const last = fs.readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)?.split(',') ?? []
    await table.focus()
    await table.press('End')
    const row = table.locator(`[aria-rowindex="${ROWS + 1}"]`)
    await row.locator('[aria-colindex="2"]', { hasText: last[0] }).waitFor()
    expect(await row.locator('[role="rowheader"]').innerText()).toContain(String(ROWS + 1))
    await lab.type('go-to-line', '250002')
    await table.locator('[aria-rowindex="250002"] [role="rowheader"]', { hasText: '250002' }).waitFor()
  })
})

/**
 * In the page, since reading is over soon: waits until some tenths of a file are read, presses Cancel, and tells how long
 * it takes until reading has ended, in milliseconds.
 */
async function cancelHalfWay(): Promise<{ text: string; taken: number }> {
  const banner = () => document.querySelector('[data-testid="load-banner"]')
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => (holds() ? resolve() : void setTimeout(check, 1))
      check()
    })
  await until(() => /[2-8]\d %, [\d\s]+ rows, [\d.]+ MB/.test(banner()?.textContent ?? ''))
  const text = (banner()?.querySelector('p')?.textContent ?? '').trim()
  const start = performance.now()
  document.querySelector<HTMLElement>('[data-testid="cancel-load"]')?.click()
  await until(() => banner() === null)
  return { text, taken: performance.now() - start }
}

/** In the page: the times between frames, in milliseconds. */
async function framesFor(duration: number): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + duration
  let last = performance.now()
  while (last < end) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
    times.push(now - last)
    last = now
  }
  return times
}

/** In the page: how long an input waits to be handled and painted, many times until a file is open, in milliseconds. */
async function measureInput(name: string): Promise<number[]> {
  const delays: number[] = []
  const isOpen = () => document.querySelector('[data-testid="sample-select"] option:checked')?.textContent?.includes(name)
  while (!isOpen()) {
    const start = performance.now()
    await new Promise<void>((resolve) => setTimeout(() => requestAnimationFrame(() => resolve())))
    delays.push(performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return delays
}
