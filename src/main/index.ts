import { join } from 'node:path'
import { app } from 'electron'
import { registerScheme } from './protocol'
import { startWindow } from './start'

// The packaged app is its own command line: `backprop-lab --cli train …` works without a window.
const cliAt = process.argv.indexOf('--cli')

app.setName('Backprop Lab')
// Root has no sandbox to offer (containers, CI): there the switch is given, and asking for one would stop every process of ours.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerScheme()

if (cliAt >= 0) {
  void import('./command-line').then(({ runCommandLine }) => runCommandLine(process.argv.slice(cliAt + 1), dataFolder()))
} else if (app.requestSingleInstanceLock()) {
  void startWindow({ dataFolder: dataFolder() })
} else {
  app.quit()
}

/** The data sets that ship with the app: beside the sources in a checkout, in the resources of a package. */
function dataFolder(): string {
  return app.isPackaged ? join(process.resourcesPath, 'data') : join(app.getAppPath(), 'data')
}
