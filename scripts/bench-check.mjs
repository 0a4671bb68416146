import { bundled } from './bench/bundle.mjs'
import { flagsOf } from './lib/flags.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run bench:check [-- --study] [--share 0.1]`: times a full gradient check, in processor time of one thread. With --study also
 * checks right gradients, and gradients times 1.001, −1, 0 and 2, of 2,500 ordinary networks, 600 with magnitudes from 1e-3 to 1e7,
 * and 144 runs on unscaled tables, or a share of them.
 */
await runScript(async () => {
  const { study, share } = flagsOf(process.argv.slice(2), { study: { type: 'boolean' }, share: { type: 'string', default: '1' } })
  const { measureCheck, studyCheck } = await bundled('check')
  for (const { activation, parameters, milliseconds } of measureCheck(() => process.cpuUsage().user / 1000)) {
    say(`64-64-10 ${activation}, ${parameters} parameters, 32 rows: ${milliseconds.toFixed(0)} ms`)
  }
  if (!study) return
  for (const figures of studyCheck([1, 1.001, -1, 0, 2], Number(share))) say(JSON.stringify(figures))
})
