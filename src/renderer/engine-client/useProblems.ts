import { shallowRef, type ShallowRef } from 'vue'
import { AppError, toWire } from '#core'
import type { StartProblem, WireError } from '#shared/contract'
import { sharedState } from '../ui/shared-state'

/** The error that is told in the banner: the last one that has no field of its own to stand beside. */
export interface Problems {
  readonly current: Readonly<ShallowRef<WireError | null>>
  readonly report: (error: unknown) => void
  readonly dismiss: () => void
  /** Files kept for this start that could not be read, until each is dismissed. */
  readonly atStart: Readonly<ShallowRef<readonly StartProblem[]>>
  readonly reportStart: (problems: readonly StartProblem[]) => void
  readonly dismissStart: (problem: StartProblem) => void
  /** Does something and reports what goes wrong; true when nothing did. */
  readonly guard: (work: () => Promise<unknown>) => Promise<boolean>
}

export const problemsState = sharedState<Problems>('Problems')
export const useProblems = problemsState.use

export function createProblems(): Problems {
  const current = shallowRef<WireError | null>(null)
  const atStart = shallowRef<readonly StartProblem[]>([])

  function report(error: unknown): void {
    // What the user cancelled is no news, and of an engine that is gone its own banner tells.
    if (error instanceof AppError && (error.code === 'request.cancelled' || error.code === 'request.no-engine')) return
    current.value = toWire(error)
  }

  return {
    current,
    report,
    dismiss: () => (current.value = null),
    atStart,
    reportStart: (problems) => (atStart.value = [...atStart.value, ...problems]),
    dismissStart: (problem) => (atStart.value = atStart.value.filter((one) => one !== problem)),
    async guard(work) {
      try {
        await work()
        return true
      } catch (error) {
        report(error)
        return false
      }
    }
  }
}
