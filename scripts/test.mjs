import fs from 'node:fs'
import path from 'node:path'
import { errorText, runScript, say, Stop } from './lib/say.mjs'
import { endToEndStage, lintStage, resultsDir, typecheckStage, unitStage } from './lib/stages.mjs'
import { addCounts, oneFailure, summaryLines } from './lib/test-summary.mjs'

/** Also in a file, for .ci/run: what npm prints after a failed stage comes after our last line. */
const summaryFile = path.join(resultsDir, 'summary.txt')

/** `npm test`: every stage runs, even after one has failed, so that one run tells everything; the last line sums it up. */
await runScript(async () => {
  fs.rmSync(summaryFile, { force: true })
  const counts = []
  for (const stage of [typecheckStage, lintStage, unitStage, endToEndStage]) counts.push(await guarded(stage))
  const total = addCounts(counts)
  const lines = summaryLines(total).join('\n')
  say(lines)
  fs.mkdirSync(resultsDir, { recursive: true })
  fs.writeFileSync(summaryFile, `${lines}\n`)
  return total.failures.length === 0 ? 0 : 1
})

/** @param {() => Promise<import('./lib/test-summary.mjs').Counts>} stage */
async function guarded(stage) {
  try {
    return await stage()
  } catch (error) {
    const text = error instanceof Stop ? error.message : errorText(error)
    process.stderr.write(`${text}\n`)
    return oneFailure(`${stage.name}: ${text.split('\n')[0]}`)
  }
}
