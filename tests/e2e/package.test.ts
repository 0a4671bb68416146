import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fuses } from '../../electron-builder.config.mjs'
import { complaints, networkCalls } from '../../scripts/attack/network.mjs'
import { buildPackage } from '../../scripts/lib/build-package.mjs'
import { sandboxArguments } from '../../scripts/lib/display.mjs'
import { mayObserve } from '../../scripts/lib/observers.mjs'
import { readFuses } from '../../scripts/lib/fuses.mjs'
import type { Bridge, Licences } from '#shared/contract'
import { itIf } from '../support/conditions'
import { runCommand } from './support/command-line'
import { copySample, newFolder } from './support/folders'
import { inEnglish, launchWindow } from './support/app-window'
import { root } from './support/launch'
import { executableName, launchPackaged, runPackagedCommand } from './support/packaged'

const onLinux = { met: process.platform === 'linux', reason: 'Electron itself checks the code elsewhere' }

/** Packing copies some 250 MB. */
const BUILD_LIMIT_MS = 300_000

interface Fuse {
  readonly name: string
  readonly wanted: boolean
  readonly actual: boolean | undefined
}

describe('the package as it is handed out', () => {
  it(
    'starts with no switch by which other programs could look into it',
    async () => {
      const program = path.join(await buildPackage(), executableName)
      for (const given of ['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0', '--js-flags=--expose-gc']) {
        const args = ['--ozone-platform=headless', '--disable-gpu', ...sandboxArguments(), given, '--', '--cli', '--version']
        const { code, stderr } = await runCommand(program, args, { cwd: root, env: process.env })
        expect([code, stderr]).toEqual([2, expect.stringContaining(given.split('=')[0])])
        expect(stderr).not.toContain('DevTools listening')
      }
    },
    BUILD_LIMIT_MS
  )
})

describe('the package, in a folder with Chinese characters and spaces', () => {
  const away = newFolder()
  const app = path.join(away, '反向传播 实验室')

  beforeAll(async () => {
    // Moved away from the checkout: nothing of it may be needed.
    fs.cpSync(await buildPackage({ debuggable: true }), app, { recursive: true, verbatimSymlinks: true })
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

  it('knows the licences of everything it is made of', async () => {
    const { page, close } = await launchPackaged(app, path.join(away, 'licences'))
    try {
      const reply = await page.evaluate(() => (globalThis as unknown as { bridge: Bridge }).bridge.licences())
      const { packages, own, data } = (reply as { value: Licences }).value
      // Of the page and of the main process.
      for (const wanted of ['vue', 'chart.js', 'valibot', 'papaparse']) expect(packages.map(({ name }) => name)).toContain(wanted)
      expect(packages.filter(({ licence, text }) => licence === '' || text === '')).toEqual([])
      expect(own).toBe(fs.readFileSync(path.join(root, 'LICENSE'), 'utf8'))
      expect(data).toBe(fs.readFileSync(path.join(root, 'DATA_LICENSES.md'), 'utf8'))
    } finally {
      await close()
    }
  })

  it('sets a machine up as the settings for the class say, which lie beside the program with their table', async () => {
    const settings = path.join(app, 'backprop-lab-settings.json')
    const table = copySample('wine', app)
    const teacher = await launchWindow({ preferences: inEnglish })
    await teacher.openFile(table)
    await teacher.type('learning-rate', '0.07')
    await teacher.answerSaveDialogs(settings)
    await teacher.chooseFromMenu('File', 'Save settings…')
    await teacher.find('toast').filter({ hasText: settings }).waitFor()
    await teacher.close()

    const { page, close } = await launchPackaged(app, path.join(away, '新 学生'))
    try {
      expect(await page.title()).toContain('wine.csv')
      expect(await page.getByTestId('learning-rate').inputValue()).toBe('0.07')
      await page.getByTestId('run-button').click()
      await page.locator('[data-testid="status-pill"][data-status="finished"]').waitFor()
      expect(Number(await page.getByTestId('test-metric').getAttribute('data-value'))).toBeGreaterThan(0.9)
    } finally {
      await close()
      for (const file of [settings, table]) fs.rmSync(file)
    }
  })

  const canWatch = { met: mayObserve, reason: 'watching the network takes Linux and root' }
  itIf(canWatch, 'asks nothing of the network, on a profile that is fresh and on the same again', async () => {
    const profile = path.join(away, '无 网络')
    for (let start = 0; start < 2; start++) {
      const watched = await networkCalls(path.join(app, executableName), [...sandboxArguments(), `--user-data-dir=${profile}`], {
        folder: away
      })
      expect(complaints(watched)).toEqual([])
    }
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
    const { code, stderr } = await runPackagedCommand(app, ['train', '--data', 'iris', '--epochs', '100', '--out', out], away)
    expect(code, stderr).toBe(0)
    expect(fs.readdirSync(out)).toContain('weights.safetensors')
    const { testAccuracy } = JSON.parse(fs.readFileSync(path.join(out, 'summary.json'), 'utf8')) as {
      testAccuracy: number
    }
    expect(testAccuracy).toBeGreaterThanOrEqual(0.93)
  })

  itIf(onLinux, 'refuses code that is not what it was built with', async () => {
    const digest = path.join(app, 'resources', 'app.asar.sha256')
    const right = fs.readFileSync(digest)
    fs.writeFileSync(digest, '0'.repeat(64))
    try {
      const { code, stderr } = await runPackagedCommand(app, ['--version'], away)
      expect([code, stderr]).toEqual([2, expect.stringContaining('damaged or was changed')])
    } finally {
      fs.writeFileSync(digest, right)
    }
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
