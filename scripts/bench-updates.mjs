import { bundled } from './bench/bundle.mjs'
import { flagsOf } from './lib/flags.mjs'
import { runScript, say } from './lib/say.mjs'

/**
 * `npm run bench:updates [-- --json]`: times the update of each optimizer alone, in processor time of one thread, for arrays in each of
 * the caches and beyond: whether memory or arithmetic sets its pace.
 */
await runScript(async () => {
  const { json } = flagsOf(process.argv.slice(2), { json: { type: 'boolean' } })
  const { measureUpdates, SIZES } = await bundled('updates')
  const figures = measureUpdates(() => process.cpuUsage().user / 1000)
  if (json) {
    say(JSON.stringify(figures, null, 2))
    return
  }
  say(`ns a weight              ${SIZES.map((/** @type {number} */ size) => `${size / 1024}Ki`.padStart(8)).join('')}`)
  for (const { precision, optimizer, nanoseconds } of figures) {
    say(`${precision}  ${optimizer.padEnd(20)}${nanoseconds.map((/** @type {number} */ one) => one.toFixed(2).padStart(8)).join('')}`)
  }
})
