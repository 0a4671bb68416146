import { createInterface } from 'node:readline'
import { app, utilityProcess } from 'electron'

/**
 * The smallest Electron around a contender: it forks a utility process, as the app does for its engine, and hands lines through.
 * `electron FOLDER FILE ARGUMENT…`, FOLDER being this one.
 */
const [file, ...rest] = process.argv.slice(process.argv.indexOf(import.meta.dirname) + 1)

function start() {
  const child = utilityProcess.fork(file, rest, { serviceName: 'Backprop Lab benchmark', stdio: 'inherit' })
  child.on('message', (text) => process.stdout.write(`${text}\n`))
  child.once('exit', (code) => app.exit(code))
  createInterface({ input: process.stdin })
    .on('line', (line) => child.postMessage(line))
    .on('close', () => child.kill())
}

app.dock?.hide()
// Not awaited: Electron is ready only after this module has run to its end.
void app.whenReady().then(start)
