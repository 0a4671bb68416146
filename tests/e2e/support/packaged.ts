import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { sandboxArguments } from '../../../scripts/lib/display.mjs'
import { runCommand, type CommandResult } from './command-line'

/** From start to a page that answers; a first start on a busy machine takes a few seconds. */
const READY_LIMIT_MS = 60_000

export interface PackagedApp {
  page: Page
  close: () => Promise<void>
}

/**
 * Starts a packaged app and attaches to its page through Chromium's own debugging port.
 * Playwright's way for Electron needs Node's inspector in the main process, which a package's fuse forbids.
 */
export async function launchPackaged(folder: string, userDataDir: string): Promise<PackagedApp> {
  const child = spawn(
    path.join(folder, executableName),
    [...sandboxArguments(), '--remote-debugging-port=0', `--user-data-dir=${userDataDir}`],
    {
      stdio: ['ignore', 'ignore', 'pipe']
    }
  )
  try {
    const endpoint = await debuggingEndpoint(child)
    const browser = await chromium.connectOverCDP(endpoint, { timeout: READY_LIMIT_MS, noDefaults: true })
    const context = browser.contexts()[0]
    const page = context?.pages()[0]
    if (page === undefined) throw new Error('The packaged app shows no page.')
    await page.getByTestId('app-ready').waitFor({ state: 'attached', timeout: READY_LIMIT_MS })
    return {
      page,
      close: async () => {
        await browser.close()
        await ended(child)
      }
    }
  } catch (error) {
    await ended(child)
    throw error
  }
}

/** Runs the command line of a packaged app, without a display. */
export function runPackagedCommand(folder: string, args: string[], cwd: string = folder): Promise<CommandResult> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  return runCommand(path.join(folder, process.platform === 'win32' ? 'backprop-lab-cli.cmd' : 'backprop-lab-cli'), args, { cwd, env })
}

/** The program's file within a package of this platform. */
export const executableName: string =
  { win32: 'Backprop Lab.exe', darwin: 'Backprop Lab.app/Contents/MacOS/Backprop Lab' }[process.platform as string] ?? 'backprop-lab'

/** Waits until the debugging port is announced and a page has loaded; attaching to one that still loads can hang. */
async function debuggingEndpoint(child: ChildProcess): Promise<string> {
  const endpoint = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The packaged app ended with code ${code}:\n${printed}`)))
  })
  const list = `http://${new URL(endpoint).host}/json/list`
  const end = Date.now() + READY_LIMIT_MS
  while (Date.now() < end) {
    const targets = (await (await fetch(list)).json()) as { type: string; title: string; url: string }[]
    if (targets.some((target) => target.type === 'page' && target.url.startsWith('app://') && target.title.includes('Backprop Lab')))
      return endpoint
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The packaged app loaded no page.')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(force)
}
