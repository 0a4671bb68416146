import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app } from 'electron'
import { codeProblem } from './code-digest'
import { debuggingProblem, isDebuggable } from './debugging'
import { registerScheme } from './protocol'
import { refuseStart } from './refuse-start'
import { startWindow } from './start'
import { temporaryProblem } from './temporary-folder'
import { secureUserData } from './user-data'

// The packaged app is its own command line: `backprop-lab --cli train …` works without a window.
const cliAt = process.argv.indexOf('--cli')

app.setName('Backprop Lab')
// Root has no sandbox to offer (containers, CI): there the switch is given, and asking for one would stop every process of ours.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()

const opening = app.isPackaged && !isDebuggable(app.getAppPath()) ? debuggingProblem(app.commandLine) : null
const damage = opening ?? (app.isPackaged && process.platform === 'linux' ? codeProblem(process.resourcesPath) : null)
// The command line needs no such folders; only Chromium does.
const problem = secureUserData(app) ?? temporaryProblem() ?? damage
if (cliAt >= 0 && damage) {
  console.error(damage.message)
  app.exit(2)
} else if (cliAt >= 0) {
  import('./command-line')
    .then(({ runCommandLine }) => runCommandLine(process.argv.slice(cliAt + 1), dataFolder()))
    // Without a window nobody would see that it waits for ever.
    .catch((error: unknown) => {
      console.error(error)
      app.exit(1)
    })
} else if (problem) {
  void refuseStart(problem)
} else {
  void startOnce()
}

/** One window at a time. In development the app is started again while the one before still saves its session: there it waits. */
async function startOnce(): Promise<void> {
  const isDevelopment = !app.isPackaged && process.env.ELECTRON_RENDERER_URL !== undefined
  for (let attempt = 0; !app.requestSingleInstanceLock(); attempt++) {
    if (!isDevelopment || attempt === 40) {
      app.quit()
      return
    }
    await wait(250)
  }
  await startWindow({ dataFolder: dataFolder() })
}

/** The data sets that ship with the app: beside the sources in a checkout, in the resources of a package. */
function dataFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'data') : join(app.getAppPath(), 'data')
}
