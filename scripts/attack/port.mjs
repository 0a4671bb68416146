import path from 'node:path'
import { bundle } from '../bench/bundle.mjs'
import { root } from '../lib/paths.mjs'
import { runNode } from '../lib/run.mjs'

const MESSAGES = { whole: 10_000, short: 500 }
/** The heap of the process that is attacked, in megabytes. */
const HEAP = 256

/** @type {import('./part.mjs').AttackPart} */
export default {
  name: 'port',
  title: 'malformed messages to the engine process',
  async run({ short, seed, folder }) {
    const count = short ? MESSAGES.short : MESSAGES.whole
    const args = [await bundle('attack/port-child'), String(seed), String(count), path.join(root, 'data'), folder]
    const { code, stdout, stderr } = await runNode([`--max-old-space-size=${HEAP}`, ...args], { output: 'capture' })
    if (code !== 0) return { figures: { messages: 0 }, failures: [`the process ended with code ${code}: ${stderr.trim().slice(-2000)}`] }
    const { figures, failures } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    return { figures: { ...figures, slowest: `${figures.slowest.toFixed(0)} ms of processor time`, 'heap limit': `${HEAP} MB` }, failures }
  }
}
