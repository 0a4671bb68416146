import { performance } from 'node:perf_hooks'
import { bundled } from './bench/bundle.mjs'
import { flagsOf } from './lib/flags.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run bench:core [-- --json]`: times the reference path in one pass forwards and backwards, and in checking
 * the gradients of that network: everything, and a sample.
 */
await runScript(async () => {
  const { json } = flagsOf(process.argv.slice(2), { json: { type: 'boolean' } })
  const { coreTable, measureCore } = await bundled('core')
  const figures = measureCore(() => performance.now())
  const lines = coreTable(figures, `Node ${process.versions.node}`).join('\n')
  say(json ? JSON.stringify(figures, null, 2) : lines)
})
