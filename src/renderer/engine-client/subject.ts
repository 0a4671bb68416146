import type { ExperimentState } from '#shared/contract'

/** What answers about a network are about: with another text they tell of units or inputs that need not be there any more. */
export function subjectOf(state: ExperimentState | null): string {
  return JSON.stringify([state?.data.sha256, state?.network, state?.prepared?.inputs, state?.settings.targets])
}
