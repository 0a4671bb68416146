import { LabError } from '#core'

/** The code and the sentence of the LabError that some work throws. */
export function problemOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof LabError) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('Nothing was thrown.')
}
