// Runs the app in the folder named on the command line, as Electron's own default app does. The fallback runtime comes without one.
// A module with top-level await: Electron holds back `ready` until it is done, so the app's main sees every event.
import { app } from 'electron'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const args = process.argv.slice(1)
let folder
for (let i = 0; i < args.length && folder === undefined; i++) {
  // Playwright hands in its loader with -r.
  if (args[i] === '-r' || args[i] === '--require') require(path.resolve(args[++i]))
  else if (!args[i].startsWith('-')) folder = path.resolve(args[i])
}
if (folder === undefined) {
  console.error('Usage: electron FOLDER')
  process.exit(2)
}

const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
app.setVersion(manifest.version)
app.setName(manifest.productName ?? manifest.name)
app.setAppPath(folder)
await import(pathToFileURL(path.join(folder, manifest.main)).href)
