import { tmpdir } from 'node:os'
import { AppError } from '#core'
import { systemCode } from '../node/files/system-errors'
import { requireWritable } from './require-writable'

/**
 * Returns why no temporary files can be written; null where they can. Without them Chromium takes the app for one that runs already, and
 * ends in silence.
 */
export function temporaryProblem(): AppError | null {
  const path = tmpdir()
  try {
    requireWritable(path)
    return null
  } catch (error) {
    return new AppError('file.no-temporary', { path, reason: systemCode(error) ?? '' })
  }
}
