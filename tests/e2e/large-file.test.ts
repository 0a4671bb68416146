import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, useLab } from './support/lab-window'

/** 500,000 rows of 20 numbers and a label take some 110 MB. */
const ROWS = 500_000
const COLUMNS = 20

/** How long anything the user does may wait while a file is read, in milliseconds, at the 95th percentile. */
const INPUT_LIMIT_MS = 100
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

  it('shows how far it is and how long it takes, and is cancelled half way', async () => {
    const lab = window.current
    const before = await lab.figures()
    await lab.chooseFile(file)
    const banner = lab.find('load-banner')
    await banner.filter({ hasText: /\d\d %, \d+ rows, [\d.]+ MB · about .* left/ }).waitFor()
    const start = performance.now()
    await lab.click('cancel-load')
    await banner.waitFor({ state: 'detached' })
    const taken = performance.now() - start
    console.log(`cancelled after ${Math.round(taken)} ms`)
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
