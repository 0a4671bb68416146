import type { Finding, OverfitResult } from '#core'
import { aboutRun, answers, command, nothing } from './request'

export interface DoctorView {
  readonly epoch: number
  readonly findings: readonly Finding[]
}

export type OverfitView = OverfitResult

/** The queries of the doctor. A later query of the same kind cancels the one before. */
export const doctorRequests = aboutRun({
  diagnose: answers<DoctorView>()(nothing),
  /** Trains a fresh network on twenty rows, beside the run. */
  overfitTest: answers<OverfitView>()(nothing),
  cancelOverfitTest: command(nothing)
})
