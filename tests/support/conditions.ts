import { existsSync } from 'node:fs'
import { beforeEach, describe, it } from 'vitest'

/** A thing that a test needs from outside this repository, and the reason that a test run prints where it is missing. */
export interface Condition {
  readonly met: boolean
  readonly reason: string
}

const onPosix = process.platform !== 'win32'

export const signals: Condition = { met: onPosix, reason: 'no signals on Windows' }
export const symbolicLinks: Condition = { met: onPosix, reason: 'no symbolic links without rights on Windows' }
export const procFolder: Condition = { met: existsSync('/proc/self'), reason: 'no /proc' }

/** Declares a suite whose tests are skipped, with the reason noted, where its condition is not met. */
export function describeIf({ met, reason }: Condition, title: string, body: () => void): void {
  describe(title, () => {
    if (!met) beforeEach(({ skip }) => skip(reason))
    body()
  })
}

/** Declares a test that is skipped, with the reason noted, where its condition is not met. */
export function itIf({ met, reason }: Condition, title: string, body: () => void | Promise<void>, timeout?: number): void {
  it(title, ({ skip }) => (met ? body() : skip(reason)), timeout)
}
