import type { Settings } from '../../settings/settings'
import type { ActivationName } from '../../nn/activations'

/** Returns the hidden layers with another activation in layer `layer`, counted from 1. */
export function replaceActivation(hidden: Settings['hidden'], layer: number, activation: ActivationName): Settings['hidden'] {
  return hidden.map((one, l) => (l === layer - 1 ? { ...one, activation } : one))
}
