import { join } from 'node:path'
import { app, BrowserWindow, clipboard, Menu, nativeTheme } from 'electron'
import { LabError } from '#core'
import type { AppInfo, BridgeEvents } from '#shared/contract'
import { chooseDestination, chooseTable } from './dialogs'
import { EngineHost } from './engine/host'
import engineEntry from './engine/process?modulePath'
import { issueGrant } from './grants'
import { serveBridge } from './ipc'
import { menuBar } from './menu'
import { openPreferences } from './preferences'
import { origin, serveBundle } from './protocol'
import { harden } from './security'
import { createSecureWindow, reviveAfterCrash } from './windows'

/** The app with its window: one window, one engine process. */
export async function startWindow({ dataFolder }: { dataFolder: string }): Promise<void> {
  await app.whenReady()
  harden()
  serveBundle(join(import.meta.dirname, '../renderer'))

  const preferences = openPreferences(join(app.getPath('userData'), 'preferences.json'), app.getLocale())
  nativeTheme.themeSource = preferences.current.theme
  const showMenu = () => {
    const items = menuBar(preferences.current.language, () => tell('openSettings', null))
    Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(items) : null)
  }
  showMenu()

  const window = createSecureWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    title: 'Backprop Lab',
    show: false
  })
  const tell = <Name extends keyof BridgeEvents>(name: Name, payload: BridgeEvents[Name]) => {
    if (!window.isDestroyed()) window.webContents.send(name, payload)
  }
  const engine = new EngineHost(
    engineEntry,
    () => ({
      version: app.getVersion(),
      dataFolder,
      sessionFolder: join(app.getPath('userData'), 'session'),
      engine: preferences.current.engine
    }),
    (reason) => tell('engineGone', { reason })
  )
  engine.ensure()

  // In development the page comes from the dev server of electron-vite; a package knows only its bundle.
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  serveBridge(
    {
      appInfo: (): AppInfo => ({
        version: app.getVersion(),
        electron: process.versions.electron,
        chrome: process.versions.chrome,
        platform: process.platform,
        preferences: preferences.current
      }),
      setPreferences: async ({ preferences: chosen }) => {
        nativeTheme.themeSource = chosen.theme
        await preferences.save(chosen)
        showMenu()
        return chosen
      },
      chooseData: async () => {
        const path = await chooseTable(window, preferences.current)
        return path === null ? null : issueGrant(engine, path, 'read')
      },
      grantDropped: ({ path }) => {
        // What comes from a browser or a mail is a File without a path.
        if (path === '') throw new LabError('data.not-on-disk')
        return issueGrant(engine, path, 'read')
      },
      chooseSave: async ({ name, extension }) => {
        const path = await chooseDestination(window, preferences.current, name, extension)
        return path === null ? null : issueGrant(engine, path, 'write')
      },
      copyText: ({ text }) => {
        clipboard.writeText(text)
        return null
      },
      clipboardText: () => clipboard.readText(),
      restartEngine: async () => {

        await engine.restart(window.webContents)
        return null
      }
    },
    devServer ?? origin
  )

  window.webContents.on('did-finish-load', () => void engine.connect(window.webContents))
  reviveAfterCrash(window)
  window.once('ready-to-show', () => window.show())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  quitAfter(() => engine.shutdown())
  await window.loadURL(devServer ?? `${origin}/index.html`)
}

/** Lets the session be written before the app ends; the second time round it ends at once. */
function quitAfter(finish: () => Promise<void>): void {
  let finished = false
  app.on('before-quit', (event) => {
    if (finished) return
    event.preventDefault()
    BrowserWindow.getAllWindows().forEach((window) => window.hide())
    void finish().finally(() => {
      finished = true
      app.quit()
    })
  })
}
