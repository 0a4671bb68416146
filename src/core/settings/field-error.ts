import { AppError } from '../messages/app-error'

/** Creates the error of a field in a file with an unexpected value, or without one. */
export function fieldError(field: string, value: unknown, expected?: string): AppError {
  const actual = JSON.stringify(value)
  if (actual === undefined) return new AppError('format.missing-field', expected === undefined ? { field } : { field, expected })
  return new AppError('format.field', { field, actual: actual.slice(0, 80), expected: expected ?? '' })
}
