import { errorText, runScript, say, Stop } from './lib/say.mjs'
import { endToEndStage, lintStage, typecheckStage, unitStage } from './lib/stages.mjs'
import { addCounts, ONE_FAILURE, summaryLine } from './lib/test-summary.mjs'

/** `npm test`: every stage runs, even after one has failed, so that one run tells everything; the last line sums it up. */
await runScript(async () => {
  const counts = []
  for (const stage of [typecheckStage, lintStage, unitStage, endToEndStage]) counts.push(await guarded(stage))
  const total = addCounts(counts)
  say(summaryLine(total))
  return total.failed === 0 ? 0 : 1
})

/** @param {() => Promise<import('./lib/test-summary.mjs').Counts>} stage */
async function guarded(stage) {
  try {
    return await stage()
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : errorText(error)}\n`)
    return ONE_FAILURE
  }
}
