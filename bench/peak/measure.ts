import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/** The time that each try takes about, in milliseconds, and the number of tries. */
const TRY = 20
const TRIES = 10

type Kernel = (times: number, at: number) => number

/** The most float32 operations a second that one core does in this process; peak.wasm lies beside the bundle. */
export function peakHere(): number {
  const module = new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'peak.wasm')))
  const { peak2, peak5 } = new WebAssembly.Instance(module, { env: { abort() {} } }).exports as Record<string, Kernel>
  return Math.max(fastest(peak2), fastest(peak5))
}

function fastest(kernel: Kernel): number {
  let best = 0
  let times = 1000
  for (let t = 0; t < TRIES;) {
    const start = performance.now()
    const operations = kernel(times, 0)
    const took = performance.now() - start
    if (took < TRY) times *= 2
    else {
      best = Math.max(best, (operations / took) * 1000)
      t += 1
    }
  }
  return best
}
