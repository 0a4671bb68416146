import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'

/** What every page of ours is: sandboxed, isolated, without Node. The one place where a window is made. */
export const securePreferences = {
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
