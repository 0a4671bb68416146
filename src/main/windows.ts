import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'

/** Preferences of every page: sandboxed, isolated, without Node. The one place where a window is created. */
const securePreferences = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false
} as const

export function createSecureWindow(options: BrowserWindowConstructorOptions & { preload: string }): BrowserWindow {
  const { preload, ...rest } = options
  return new BrowserWindow({
    ...rest,
    // The page's own background, so that the first frame does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#13171d' : '#ffffff',
    webPreferences: { ...securePreferences, preload }
  })
}

/** A page that crashes again within this time, in milliseconds, is broken: reloading it would only crash it again. */
const SHORTEST_LIFE = 5000

/** Reloads the page when its process ended unexpectedly. It has no state of its own: the engine process sends it everything again. */
export function reviveAfterCrash({ webContents }: BrowserWindow): void {
  let bornAt = 0
  webContents.on('did-finish-load', () => (bornAt = performance.now()))
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && performance.now() - bornAt > SHORTEST_LIFE) webContents.reload()
  })
}
