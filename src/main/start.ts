import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, clipboard, Menu, nativeTheme, Notification, screen, shell } from 'electron'
import type { AppInfo, BridgeEvents, WireError, ZoomMove } from '#shared/contract'
import type { PageName } from '#shared/pages'
import { classSettingsPath } from './class-place'
import { EngineHost } from './engine-host'
import engineEntry from '../engine/process?modulePath'
import { fileHandlers } from './file-handlers'
import { issueGrant } from './grants'
import { serveBridge } from './ipc'
import { readLicences } from './licences'
import { menuBar } from './menu'
import { noticeOf } from './notice'
import { openPreferences } from './preferences'
import { origin, serve } from './protocol'
import { openRecentFiles } from './recent-files'
import { contentSecurityPolicy, harden, studentPolicy } from './security'
import { inspectorOf } from './inspector'
import { sweepTemporaries } from '../node/files/replace-file'
import { RotatingLog } from '../node/files/rotating-log'
import { openWindowState, zoomAfter, type WindowState } from './window-state'
import { createSecureWindow, reviveAfterCrash } from './windows'

/** Starts the app with one window and one engine process. */
export async function startWindow({ dataFolder }: { dataFolder: string }): Promise<void> {
  await app.whenReady()
  harden()
  // In development the page comes from the dev server of electron-vite; a package knows only its bundle.
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  serve({
    bundle: { root: join(import.meta.dirname, '../renderer'), policy: contentSecurityPolicy },
    student: { root: pythonFolder(), policy: studentPolicy(devServer ?? origin) }
  })

  const kept = (name: string) => join(app.getPath('userData'), name)
  await sweepTemporaries(app.getPath('userData'), performance.timeOrigin)
  const preferences = await openPreferences(kept('preferences.json'), app.getLocale())
  nativeTheme.themeSource = preferences.current.theme
  const classSettings = classPlace()
  const log = new RotatingLog(kept('logs/engine.log'))
  const engine = new EngineHost({
    entry: engineEntry,
    log,
    execArgv: inspectorOf(process.argv, app.isPackaged),
    start: () => ({
      version: app.getVersion(),
      dataFolder,
      sessionFolder: kept('session'),
      engine: preferences.current.engine,
      classSettings
    }),
    onGone: (gone) => send('engineGone', gone),
    onShow: (path) => shell.showItemInFolder(path)
  })
  // Before the window, so that the two start in parallel.
  engine.ensure()

  const windowState = await openWindowState(
    kept('window.json'),
    screen.getAllDisplays().map(({ workArea }) => workArea)
  )
  const state = windowState.stored
  const recent = await openRecentFiles(kept('recent-files.json'), () => showMenu())
  const window = createSecureWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    width: 1366,
    height: 768,
    ...state?.bounds,
    minWidth: 960,
    minHeight: 600,
    title: 'Backprop Lab',
    // The page's header opens the menu, and Alt shows its bar.
    autoHideMenuBar: true,
    show: false
  })
  if (state?.isMaximized) window.maximize()
  const { webContents } = window
  const send = <Name extends keyof BridgeEvents>(name: Name, payload: BridgeEvents[Name]) => {
    if (!window.isDestroyed()) webContents.send(name, payload)
  }
  const closing = closeAfter(window, {
    save: () => engine.save(),
    onUnsaved: (problem) => send('unsaved', problem)
  })
  let zoomLevel = state?.zoom ?? 0
  const zoom = (move: ZoomMove) => {
    zoomLevel = zoomAfter(zoomLevel, move)
    webContents.setZoomLevel(zoomLevel)
  }

  const openRecent = async (path: string): Promise<void> => {
    const grant = await issueGrant(engine, path, 'read')
    if (existsSync(path)) recent.add(path)
    // The page reports that it is gone.
    else recent.remove(path)
    send('openRecent', grant)
  }
  const openTable = (path: string) => {
    recent.add(path)
    return issueGrant(engine, path, 'read')
  }
  let labLocks: readonly PageName[] | null = null
  const showMenu = () => {
    const items = menuBar({
      platform: process.platform,
      preferences: preferences.current,
      recent: recent.paths,
      hasClassSettings: existsSync(classSettings),
      labLocks,
      act: (command) => send('menu', { command }),
      // Without an engine process there is nothing to open it with, which the page has said.
      openRecent: (path) => void openRecent(path).catch(() => undefined),
      clearRecent: () => recent.clear(),
      openLogs: () => void openLog(log)
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(items))
  }
  showMenu()

  serveBridge(
    {
      appInfo: (): AppInfo => ({
        version: app.getVersion(),
        electron: process.versions.electron,
        chrome: process.versions.chrome,
        platform: process.platform,
        preferences: preferences.current,
        startProblems: [preferences, windowState, recent].flatMap(({ problem }) => problem ?? [])
      }),
      setPreferences: async ({ preferences: chosen }) => {
        nativeTheme.themeSource = chosen.theme
        await preferences.save(chosen)
        showMenu()
        return chosen
      },
      ...fileHandlers({
        window,
        preferences: () => preferences.current,
        issue: (path, mode) => issueGrant(engine, path, mode),
        openTable,
        isInLab: () => labLocks !== null
      }),
      setLabMode: ({ isOn, locked }) => {
        labLocks = isOn ? locked : null
        showMenu()
        return null
      },
      copyText: ({ text }) => {
        clipboard.writeText(text)
        return null
      },
      clipboardText: () => clipboard.readText(),
      zoom: ({ move }) => {
        zoom(move)
        return null
      },
      popupMenu: () => {
        Menu.getApplicationMenu()?.popup({ window })
        return null
      },
      print: () => new Promise((resolve) => webContents.print({ printBackground: true }, () => resolve(null))),
      licences: () => readLicences(licenceFiles(), process.versions),
      runEnded: (ended) => {
        if (!window.isFocused()) notify(window, noticeOf(preferences.current.language, ended))
        return null
      },
      restartEngine: async () => {
        await engine.restart(webContents)
        return null
      },
      closeWindow: () => {
        closing.goOn()
        return null
      }
    },
    devServer ?? origin
  )

  webContents.on('did-finish-load', () => {
    webContents.setZoomLevel(zoomLevel)
    void engine.connect(webContents)
  })
  let last: WindowState | null = null
  const remember = () => {
    last = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized(), zoom: zoomLevel }
  }
  window.on('close', remember)
  reviveAfterCrash(window)
  window.once('ready-to-show', () => window.show())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  quitAfter(() => Promise.allSettled([engine.shutdown(), last && windowState.save(last)]))
  try {
    await window.loadURL(devServer ?? `${origin}/index.html`)
  } catch (error) {
    // Closed before its page had come.
    if (!window.isDestroyed()) throw error
  }
}

/** Opens the log in the program for text files, or shows it in its folder where there is none. */
async function openLog({ path }: RotatingLog): Promise<void> {
  if ((await shell.openPath(path)) !== '') shell.showItemInFolder(path)
}

/** Returns the path of the class settings; a switch can name another file. */
function classPlace(): string {
  const { platform, execPath, env } = process
  const chosen = app.commandLine.getSwitchValue('class-settings')
  return chosen || classSettingsPath({ platform, isPackaged: app.isPackaged, execPath, appPath: app.getAppPath(), env })
}

/** Returns the folder of what runs Python. */
function pythonFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'python') : join(import.meta.dirname, '../python')
}

/** Returns the lists of licences, which the build writes; a package has them next to its bundle. */
function licenceFiles() {
  const folder = app.isPackaged ? process.resourcesPath : app.getAppPath()
  const lists = app.isPackaged
    ? ['LICENSES-main.md', 'LICENSES-page.md', 'python/LICENSES.md'].map((name) => join(folder, name))
    : ['../main', '../renderer', '../python'].map((bundle) => join(import.meta.dirname, bundle, 'LICENSES.md'))
  return { lists, own: join(folder, 'LICENSE'), data: join(folder, 'DATA_LICENSES.md') }
}

function notify(window: BrowserWindow, words: ReturnType<typeof noticeOf>): void {
  if (!Notification.isSupported()) return
  const notice = new Notification(words)
  notice.on('click', () => {
    if (window.isDestroyed()) return
    window.show()
    window.focus()
  })
  notice.show()
}

/**
 * Closes a window only after the session was saved. Where that fails its page is told, and answers with `goOn`: it asks before it is closed,
 * which it could not while it did not know.
 */
function closeAfter(
  window: BrowserWindow,
  { save, onUnsaved }: { readonly save: () => Promise<WireError | null>; readonly onUnsaved: (problem: WireError) => void }
): { readonly goOn: () => void } {
  let saving: 'not yet' | 'now' | 'done' = 'not yet'
  const goOn = () => {
    saving = 'done'
    if (!window.isDestroyed()) window.close()
  }
  window.on('close', (event) => {
    if (saving === 'done') {
      // For the next time, where its page keeps it open.
      saving = 'not yet'
      return
    }
    event.preventDefault()
    if (saving === 'now') return
    saving = 'now'
    void save().then((problem) => {
      // A page that has crashed can ask nothing.
      if (problem === null || window.isDestroyed() || window.webContents.isCrashed()) return goOn()
      saving = 'not yet'
      onUnsaved(problem)
    })
  })
  return { goOn }
}

/** Closes the windows first, whose pages may ask, and delays quitting until the session is written. */
function quitAfter(finish: () => Promise<unknown>): void {
  let finished = false
  app.on('before-quit', (event) => {
    if (finished) return
    event.preventDefault()
    const open = BrowserWindow.getAllWindows()
    // The last one that closes asks to quit again.
    if (open.length > 0) return open.forEach((window) => window.close())
    void finish().finally(() => {
      finished = true
      app.quit()
    })
  })
}
