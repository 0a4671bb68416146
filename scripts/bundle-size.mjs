import path from 'node:path'
import { buildApp } from './lib/build.mjs'
import { bundleSize, START_LIMIT_BYTES } from './lib/bundle-size.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { outDir } from './lib/paths.mjs'
import { runScript, say } from './lib/say.mjs'

/** `npm run bundle-size`: what the page weighs after gzip, file by file, and whether what it loads at the start is allowed. */
await runScript(async () => {
  await buildApp(await ensureElectron())
  const { total, start, files } = bundleSize(path.join(outDir, 'renderer'))
  for (const { name, bytes, atStart } of files) say(`${kilobytes(bytes)}  ${name}${atStart ? '  (at the start)' : ''}`)
  say(`${kilobytes(total)}  in all, ${kilobytes(start).trim()} of ${kilobytes(START_LIMIT_BYTES).trim()} at the start`)
  return start < START_LIMIT_BYTES ? 0 : 1
})

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(6)} KB`
}
