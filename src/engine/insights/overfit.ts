import { performance } from 'node:perf_hooks'
import { AppError, OverfitTest } from '#core'
import type { OverfitView } from '#shared/insights'
import type { Examined } from './examined'

/** How long the test goes on before messages are looked at, in milliseconds. */
const SLICE = 8

/** Trains a fresh network on twenty rows, beside the run. Throws: numeric.diverged; request.cancelled. */
export async function overfitView({ prepared }: Examined, isWanted: () => boolean): Promise<OverfitView> {
  const test = new OverfitTest(prepared)
  let more = true
  while (more) {
    const until = performance.now() + SLICE
    do more = test.next()
    while (more && performance.now() < until)
    await new Promise((resolve) => setImmediate(resolve))
    if (!isWanted()) throw new AppError('request.cancelled')
  }
  return test.result()
}
