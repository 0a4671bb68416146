import { existsSync } from 'node:fs'
import { describe, it } from 'vitest'

/** What a test needs from outside this repository, and the sentence that is printed where it is missing. */
export interface Condition {
  readonly met: boolean
  readonly reason: string
}

const onPosix = process.platform !== 'win32'

export const signals: Condition = { met: onPosix, reason: 'no signals on Windows' }
export const symbolicLinks: Condition = { met: onPosix, reason: 'no symbolic links without rights on Windows' }
export const procFolder: Condition = { met: existsSync('/proc/self'), reason: 'no /proc' }

/** The title of a skipped test carries its reason, which the last lines of a test run print. */
const titled = (title: string, { met, reason }: Condition) => (met ? title : `${title} [skipped: ${reason}]`)

/** Declares a suite that runs only where its condition is met. */
export function describeIf(condition: Condition, title: string, body: () => void): void {
  describe.runIf(condition.met)(titled(title, condition), body)
}

/** Declares a test that runs only where its condition is met. */
export function itIf(condition: Condition, title: string, body: () => void | Promise<void>, timeout?: number): void {
  it.runIf(condition.met)(titled(title, condition), body, timeout)
}
