import type { StopReason, Trainer } from '#core'
import type { StepUnit } from '#shared/contract'

/** A position in a run: the end of an epoch, or of a step. */
export type RunPosition = { readonly epoch: number } | { readonly step: number }

/** The plan by which a run comes to a position where it has been before: by the same steps with the same settings. */
export interface ReplayPlan {
  readonly target: RunPosition
  /** Sets the trainer's settings to those of its next step; returns the step up to which they hold. */
  applySettings(): number
  /** The run is at its target, or stopped before it; the settings become those of this position. */
  onArrival(): void
  /** The state of the run at the target in a process that has ended; absent for a step back. */
  readonly endState?: { readonly seconds: number; readonly stopped: StopReason | null }
}

/** The position one step before where a run stands; null at its start. */
export function previousPosition({ step, epoch, isAtEpochEnd }: Trainer, unit: StepUnit): RunPosition | null {
  if (step === 0) return null
  return unit === 'batch' ? { step: step - 1 } : { epoch: isAtEpochEnd ? epoch - 1 : epoch }
}

/** The position one step before another of its kind; null where there is none. */
export function positionBefore(position: RunPosition, unit: StepUnit): RunPosition | null {
  if ('step' in position) return unit === 'batch' && position.step > 0 ? { step: position.step - 1 } : null
  return unit === 'epoch' && position.epoch > 0 ? { epoch: position.epoch - 1 } : null
}
