import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { AppError } from '#core'

/** The switches of Chromium, V8 and Node by which other programs look into this one, or change what it runs and may do. */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'debug-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher'
] as const

type Switches = Pick<App['commandLine'], 'hasSwitch' | 'removeSwitch'>

/**
 * Returns why a package does not start: the first switch by which it would be open to other programs; null where there is none. All of them
 * are taken back, so that no port is opened while this is told: Chromium looks at them only after the app's code was loaded.
 */
export function debuggingProblem(commandLine: Switches): AppError | null {
  const given = refused.filter((name) => commandLine.hasSwitch(name))
  for (const name of given) commandLine.removeSwitch(name)
  return given.length === 0 ? null : new AppError('flag.debugging', { flag: `--${given[0]}` })
}

/** Whether a package was built to be driven by tests, by its package.json; none that is handed out is. */
export function isDebuggable(appPath: string): boolean {
  const { debuggable } = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { debuggable?: unknown }
  return debuggable === true
}
