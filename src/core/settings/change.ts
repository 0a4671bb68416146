import type { Settings } from './settings'

/** The settings that take effect at the next step of a run; any other rebuilds the network from its seed. */
export const liveKeys = [
  'learningRate',
  'batchSize',
  'l1',
  'l2',
  'epochs',
  'schedule',
  'clip',
  'stop',
  'keepBest'
] as const satisfies readonly (keyof Settings)[]

export type LiveKey = (typeof liveKeys)[number]

export function isLive(key: keyof Settings): boolean {
  return (liveKeys as readonly string[]).includes(key)
}

/** Whether going from one settings to the other throws the trained weights away. */
export function rebuilds(before: Settings, after: Settings): boolean {
  return (Object.keys(after) as (keyof Settings)[]).some(
    (key) => !isLive(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key])
  )
}
