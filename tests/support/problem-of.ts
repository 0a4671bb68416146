import { AppError } from '#core'

/** The code and the sentence of the AppError that some work throws. */
export function problemOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('Nothing was thrown.')
}
