import type { Text } from '../messages/texts-of'
import type { BackwardSteps } from './backward-steps'

/** A mistake that is made in backpropagation written by hand. */
export interface Mistake {
  /** A noun phrase or a clause that can stand after a colon. */
  readonly label: Text
  /** The step that is got wrong. */
  readonly step: keyof BackwardSteps
  /**
   * The wrong step, made of the steps it goes with, which may have a mistake of their own: so two mistakes can be made at once.
   * Several where the same slip is written in several ways.
   */
  readonly forms: readonly ((steps: BackwardSteps) => Partial<BackwardSteps>)[]
  /** Whether it is made up to try a check, not a slip of somebody who writes a backward pass. */
  readonly isArtificial?: boolean
}

/** An entry of the catalogue: a mistake in a step, in one form or several. */
export function mistakeIn<Step extends keyof BackwardSteps>(
  step: Step,
  label: Text,
  ...forms: ((steps: BackwardSteps) => BackwardSteps[Step])[]
): Mistake {
  return { label, step, forms: forms.map((form) => (steps) => ({ [step]: form(steps) })) }
}
