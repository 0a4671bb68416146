import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fuses } from '../../electron-builder.config.mjs'
import { readFuses } from '../../scripts/lib/fuses.mjs'
import { newFolder } from './support/folders'
import { buildPackage, executableName, launchPackaged, runPackagedCommand } from './support/packaged'

/** Packing copies some 250 MB. */
const BUILD_LIMIT_MS = 300_000

interface Fuse {
  readonly name: string
  readonly wanted: boolean
  readonly actual: boolean | undefined
}

describe('the package, in a folder with Chinese characters and spaces', () => {
  const away = newFolder()
  const app = path.join(away, '反向传播 实验室')

  beforeAll(async () => {
    // Moved away from the checkout: nothing of it may be needed.
    fs.cpSync(await buildPackage(), app, { recursive: true, verbatimSymlinks: true })
  }, BUILD_LIMIT_MS)
  afterAll(() => fs.rmSync(away, { recursive: true, force: true, maxRetries: 5 }))

  it('has every fuse as it should be, read back from the binary', async () => {
    const states: Fuse[] = await readFuses(path.join(app, executableName), fuses)
    expect(states.length).toBeGreaterThan(5)
    expect(states.filter(({ wanted, actual }) => wanted !== actual)).toEqual([])
  })

  it('has the licences beside the program', () => {
    const files = fs.readdirSync(app, { recursive: true }).map((file) => path.basename(String(file)))
    for (const file of ['LICENSE', 'DATA_LICENSES.md', 'iris.csv']) expect(files).toContain(file)
  })

  it('starts, trains and confirms its gradients', async () => {
    const { page, close } = await launchPackaged(app, path.join(away, '用户 数据'))
    try {
      await page.getByTestId('run-button').click()
      await page.locator('[data-testid="status-pill"][data-status="finished"]').waitFor()
      expect(Number(await page.getByTestId('test-metric').getAttribute('data-value'))).toBeGreaterThanOrEqual(0.93)
      await page.getByTestId('check-button').click()
      await page.getByTestId('check-summary').waitFor()
      expect(await page.getByTestId('check-summary').getAttribute('data-failed')).toBe('0')
    } finally {
      await close()
    }
  })

  it('remembers what was done when it is started again', async () => {
    const { page, close } = await launchPackaged(app, path.join(away, '用户 数据'))
    try {
      await page.locator('[data-testid="status-pill"][data-status="finished"]').waitFor()
      expect(await page.getByTestId('epoch-counter').innerText()).toBe('100 / 100')
    } finally {
      await close()
    }
  })

  it('is its own command line, which trains without a window', async () => {
    const out = path.join(away, '结果')
    const { code, stderr } = await runPackagedCommand(
      app,
      ['train', '--data', 'iris', '--epochs', '100', '--out', out],
      away
    )
    expect(code, stderr).toBe(0)
    expect(fs.readdirSync(out)).toContain('weights.safetensors')
    const { testAccuracy } = JSON.parse(fs.readFileSync(path.join(out, 'summary.json'), 'utf8')) as {
      testAccuracy: number
    }
    expect(testAccuracy).toBeGreaterThanOrEqual(0.93)
  })

  it('answers a flag it cannot use with exit code 2', async () => {
    const { code, stderr } = await runPackagedCommand(
      app,
      ['train', '--data', 'iris', '--learning-rate', 'NaN', '--out', path.join(away, 'x'), '--lang', 'en'],
      away
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/NaN/)
  })
})
