import fs from 'node:fs'
import path from 'node:path'
import { parts } from './attack/parts.mjs'
import { countOf, flagsOf } from './lib/flags.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { withTemporaryFolder } from './lib/temporary.mjs'

/**
 * `npm run attack [-- --part NAME…] [--short] [--seed 1]`: tries to lose what was acknowledged, to harm a file, to hang or to fill the
 * memory, and to reach the network. Prints what was tried; ends with 1 where something broke. --short tries a sample, as the tests do.
 */
await runScript(async () => {
  const options = flagsOf(process.argv.slice(2), {
    part: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' }
  })
  const seed = countOf('seed', options.seed)
  const chosen = options.part ? options.part.map(partNamed) : parts
  let broken = 0
  for (const { name, title, run } of chosen) {
    say(`— ${name}: ${title}`)
    const start = performance.now()
    const { figures, failures } = await withTemporaryFolder((folder) => {
      const own = path.join(folder, name)
      fs.mkdirSync(own)
      return run({ short: options.short, seed, folder: own, say })
    })
    for (const [figure, value] of Object.entries(figures)) say(`  ${figure}: ${value}`)
    for (const failure of failures) say(`  ✗ ${failure}`)
    say(`  ${failures.length === 0 ? 'held' : `${failures.length} broke`}, ${((performance.now() - start) / 1000).toFixed(0)} s`)
    broken += failures.length
  }
  return broken === 0 ? 0 : 1
})

/** @param {string} name */
function partNamed(name) {
  const part = parts.find((one) => one.name === name)
  if (!part) throw new Stop(`There is no part '${name}'. The parts are ${parts.map((one) => one.name).join(', ')}.`)
  return part
}
