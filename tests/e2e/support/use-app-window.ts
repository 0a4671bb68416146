import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed, type TestContext } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { launchWindow, type AppWindow } from './app-window'
import { root, type LaunchOptions } from './launch'

/** The window of a test file. Each test goes on where the one before it ended. */
export interface WindowOfFile {
  readonly current: AppWindow
}

/**
 * Starts one window for all tests of a file and closes it after the last one. A failed test leaves a picture in test-results/, and the
 * test after it a new window: one that stands wherever the failure left it would say nothing about what follows. After each test the page must have reported no error, unless `errors` says that the file provokes some.
 */
export function useAppWindow({ errors = 'none', ...options }: LaunchOptions & { errors?: 'none' | 'provoked' } = {}): WindowOfFile {
  let appWindow: AppWindow | null = null
  const current = (): AppWindow => {
    if (!appWindow) throw new Error('The window has not started.')
    return appWindow
  }
  let previous: TestContext['task'] | null = null
  beforeAll(async () => {
    appWindow = await launchWindow(options)
  })
  beforeEach(async ({ task }) => {
    const hasFailed = previous?.result?.state === 'fail'
    previous = task
    if (!hasFailed) return
    await appWindow?.close()
    appWindow = await launchWindow(options)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph(current().page, task.name)
    if (errors === 'none') expect(current().takeErrors()).toEqual([])
  })
  afterAll(async () => {
    await appWindow?.close()
    expect(appWindow?.mistakes() ?? []).toEqual([])
  })
  return {
    get current() {
      return current()
    }
  }
}

/** Closes a window that has reported no error. */
export async function closeCleanly(appWindow: AppWindow): Promise<void> {
  await appWindow.close()
  expect(appWindow.takeErrors()).toEqual([])
  expect(appWindow.mistakes()).toEqual([])
}

/** Takes a picture of the window when the test that calls this fails. */
export function photographOnFailure(appWindow: AppWindow): void {
  onTestFailed(({ task }) => photograph(appWindow.page, task.name))
}

async function photograph(page: Page, name: string): Promise<void> {
  const folder = path.join(root, 'test-results')
  fs.mkdirSync(folder, { recursive: true })
  // A window that is gone cannot be photographed; the test has failed already and says why.
  await page.screenshot({ path: path.join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`) }).catch(() => undefined)
}
