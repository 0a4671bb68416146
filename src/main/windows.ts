import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'

/** What every page of ours is: sandboxed, isolated, without Node. The one place where a window is made. */
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

/** A page that crashes again within this time, in milliseconds, is broken: loading it anew would only crash it once more. */
const SHORTEST_LIFE = 5000

/** Loads the page anew when its process ended unasked. It holds nothing of its own: the engine process tells it everything again. */
export function reviveAfterCrash({ webContents }: BrowserWindow): void {
  let bornAt = 0
  webContents.on('did-finish-load', () => (bornAt = performance.now()))
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && performance.now() - bornAt > SHORTEST_LIFE) webContents.reload()
  })
}
