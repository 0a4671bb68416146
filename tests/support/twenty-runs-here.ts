import type { Tier } from '#shared/engine'
import { startBackend } from '../../src/node/kernels/start-backend'
import { digestsOfTwentyRuns } from './twenty-runs'

/** A program that prints the digests of the twenty runs on each tier, in whatever Node or Electron it is started. */
const tiers: readonly Tier[] = ['fast', 'safe', 'emulated', 'plain']
const results = tiers.map((tier) => {
  const { tier: found, notes, machine } = startBackend({ choice: tier, threads: 1 })
  // One that failed its self-test would have another one compared with itself.
  if (found !== tier) throw new Error(`${tier}: ${JSON.stringify(notes)}`)
  return [tier, digestsOfTwentyRuns(machine)] as const
})
process.stdout.write(JSON.stringify(Object.fromEntries(results)))
