import type { ExperimentState } from '#shared/contract'

/** Returns a key of the network; results with another key refer to units or inputs that may no longer exist. */
export function subjectOf(state: ExperimentState | null): string {
  return JSON.stringify([state?.data.sha256, state?.network, state?.prepared?.inputs, state?.settings.targets])
}
