import { expect, test } from 'vitest'
import { belongsToRoot } from '../../scripts/lib/sandbox.mjs'

test.each([
  [undefined, false],
  [{ uid: 1000, mode: 0o104755 }, false],
  [{ uid: 0, mode: 0o100755 }, false],
  [{ uid: 0, mode: 0o104755 }, true]
])("the sandbox's helper %o counts as root's: %s", (stat, expected) => {
  expect(belongsToRoot(stat)).toBe(expected)
})
