import type { Objective } from '../network/backward'
import { liveKeys, type LiveKey } from '../settings/change'
import type { Settings } from '../settings/settings'
import type { StopRule } from './stopping'

/** Every trainer is given these. */
type Given = 'learningRate' | 'batchSize'

/** l1 and l2 reach a trainer within its objective. */
type NotGiven = Exclude<LiveKey, Given | 'l1' | 'l2' | 'stop'>

/**
 * The settings that may change while training goes on; a change takes effect at the next step. Unless given: a constant schedule over 1 epoch, no
 * limit to the gradients, no end before the last epoch, and the weights of the last epoch as the result.
 */
export interface LiveSettings extends Pick<Settings, Given>, Partial<Pick<Settings, NotGiven>> {
  objective: Objective
  stop?: StopRule
}

const names = ['objective', ...liveKeys].filter((name): name is keyof LiveSettings => name !== 'l1' && name !== 'l2')

/** Returns the live settings alone among the options of a trainer, as a copy. */
export function liveSettingsOf(options: LiveSettings): LiveSettings {
  return Object.fromEntries(names.map((name) => [name, options[name]])) as unknown as LiveSettings
}
