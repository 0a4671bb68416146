import { runScript, say } from './lib/say.mjs'
import { endToEndStage } from './lib/stages.mjs'
import { summaryLines } from './lib/test-summary.mjs'

/** `npm run e2e [-- name…]`: the end-to-end tests alone, all or those whose file names contain one of the names. */
await runScript(async () => {
  const counts = await endToEndStage(process.argv.slice(2))
  say(summaryLines(counts).join('\n'))
  return counts.failures.length === 0 ? 0 : 1
})
