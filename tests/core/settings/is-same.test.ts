import { expect, it } from 'vitest'
import { isSame } from '#core'

it.each([
  [{ constructor: { scale: 'none' } }, { constructor: { scale: 'none' } }, true],
  [{ constructor: { scale: 'none' } }, { constructor: { scale: 'robust' } }, false],
  [{ kind: 'huber', delta: undefined }, { kind: 'huber' }, true],
  [{ kind: 'huber', delta: 1 }, { kind: 'huber' }, false],
  [[1, 2], [2, 1], false],
  [null, null, true]
])('%j and %j are stored alike: %j', (a, b, expected) => expect(isSame(a, b)).toBe(expected))
