import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { cacheDir, root } from './lib/paths.mjs'
import { flagsOf } from './lib/flags.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run bench:core [-- --json]`: times the reference path in one pass forwards and backwards, and in checking
 * the gradients of that network: everything, and a sample. Bundled first, as the app is, so that the loops run
 * as they do there.
 */
await runScript(async () => {
  const { json } = flagsOf(process.argv.slice(2), { json: { type: 'boolean' } })
  const { coreTable, measureCore } = await bundled()
  const figures = measureCore(() => performance.now())
  const lines = coreTable(figures, `Node ${process.versions.node}`).join('\n')
  say(json ? JSON.stringify(figures, null, 2) : lines)
})

/** Loads the measurements, scripts/bench/core.ts with the engine in it. */
async function bundled() {
  const outDir = path.join(cacheDir, 'bench')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'scripts/bench/core.ts',
      outDir,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'core.mjs', codeSplitting: false } }
    },
    ssr: { noExternal: true, target: 'node' }
  })
  return import(pathToFileURL(path.join(outDir, 'core.mjs')).href)
}
