import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ConsoleMessage, type ElectronApplication, type Page } from 'playwright-core'
import type { StoredPreferences } from '#shared/contract'
import { sandboxArguments } from '../../../scripts/lib/display.mjs'

/** The checkout: Electron runs this folder, as `npm start` does. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The checkout's Electron, whichever one is linked. */
export const electronPath: string = createRequire(import.meta.url)('electron')

/** Closing saves the session first, in well under a second. A window that hangs must not make a test hang with it. */
const CLOSE_LIMIT_MS = 10_000

/** Time to the first usable page: about two seconds here; the rest is for a busy machine. */
const READY_LIMIT_MS = 60_000

/** The length of an output that is kept: the error is said first; a process that is restarted again and again fills the rest. */
const PRINTED_LIMIT = 4000

export interface LaunchOptions {
  /** The folder for settings and sessions; that of an earlier launch shows what survives. Default: a fresh one. */
  userDataDir?: string
  /** Preferences from an earlier session. Default: nothing, so that language and theme are the system's. */
  preferences?: StoredPreferences
  /** More command-line arguments for the app. */
  args?: string[]
  /** More environment variables; `undefined` removes one. */
  env?: Record<string, string | undefined>
  /** Wait for `[data-testid="app-ready"]`. Default: true. */
  waitUntilReady?: boolean
}

export interface LaunchedApp {
  app: ElectronApplication
  page: Page
  userDataDir: string
  /** Errors of the page so far: console.error, uncaught exceptions, violations of the content policy. */
  errors: string[]
  /** The output of main and of the engine process so far. */
  output: () => string
  /** Ends the app, by force if it must be, and removes the user data folder unless it was handed in. */
  close: () => Promise<void>
}

/** Starts the built app in a real window and waits until it can be used. */
export async function launchApp({
  userDataDir,
  preferences,
  args = [],
  env = {},
  waitUntilReady = true
}: LaunchOptions = {}): Promise<LaunchedApp> {
  const dataDir = userDataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'backprop-lab-e2e-'))
  if (preferences) fs.writeFileSync(path.join(dataDir, 'preferences.json'), JSON.stringify(preferences))
  const noSandbox: string[] = sandboxArguments()
  const app = await _electron.launch({
    // No executablePath: Playwright then takes the checkout's Electron and holds the app back until it has attached.
    args: [...noSandbox, root, `--user-data-dir=${dataDir}`, ...args],
    cwd: root,
    env: environment(env),
    chromiumSandbox: noSandbox.length === 0,
    // Playwright would pretend a light system; the app's own choice of theme must count.
    colorScheme: null,
    timeout: READY_LIMIT_MS
  })
  let printed = ''
  const child = app.process()
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()))

  const errors: string[] = []
  const close = async (): Promise<void> => {
    await closeOrKill(app)
    if (userDataDir === undefined) fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    app.on('window', (window) => collectErrors(window, errors))
    const page = await app.firstWindow({ timeout: READY_LIMIT_MS })
    collectErrors(page, errors)
    if (waitUntilReady) await page.getByTestId('app-ready').waitFor({ state: 'attached', timeout: READY_LIMIT_MS })
    return { app, page, userDataDir: dataDir, errors, output: () => printed, close }
  } catch (error) {
    await close()
    const details = [...errors, printed.trim().slice(0, PRINTED_LIMIT)].filter((text) => text !== '').join('\n')
    throw new Error(`The app did not become ready: ${error instanceof Error ? error.message : String(error)}\n${details}`, { cause: error })
  }
}

const watched = new WeakSet<Page>()

function collectErrors(page: Page, errors: string[]): void {
  if (watched.has(page)) return
  watched.add(page)
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('crash', () => errors.push('the page crashed'))
}

function environment(extra: Record<string, string | undefined>): Record<string, string> {
  // Editors that are Electron apps set ELECTRON_RUN_AS_NODE for their terminals; the app would start as plain Node.
  const merged: Record<string, string | undefined> = { ...process.env, ELECTRON_RUN_AS_NODE: undefined, ...extra }
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

async function closeOrKill(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), CLOSE_LIMIT_MS).unref())
  const closing = app.close().catch(() => undefined)
  if ((await Promise.race([closing.then(() => gone), late])) === 'late') {
    child.kill('SIGKILL')
    await gone
  }
}
