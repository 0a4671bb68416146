import { AppError } from '../messages/app-error'

/** Creates the error of a field in a file with an unexpected value. */
export function fieldError(field: string, value: unknown, expected: string): AppError {
  return new AppError('format.field', { field, actual: (JSON.stringify(value) ?? 'undefined').slice(0, 80), expected })
}
