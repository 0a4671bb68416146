import path from 'node:path'
import { buildApp } from './lib/build.mjs'
import { bundleSize, LIMIT_BYTES } from './lib/bundle-size.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { outDir } from './lib/paths.mjs'
import { runScript, say } from './lib/say.mjs'

/** `npm run bundle-size`: what the page weighs after gzip, file by file, and whether that is allowed. */
await runScript(async () => {
  await buildApp(await ensureElectron())
  const { total, start, files } = bundleSize(path.join(outDir, 'renderer'))
  for (const { name, bytes, atStart } of files) say(`${kilobytes(bytes)}  ${name}${atStart ? '  (at the start)' : ''}`)
  say(`${kilobytes(total)}  in all of ${kilobytes(LIMIT_BYTES).trim()}, ${kilobytes(start).trim()} at the start`)
  return total < LIMIT_BYTES ? 0 : 1
})

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(6)} KB`
}
