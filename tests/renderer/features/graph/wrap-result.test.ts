import { expect, it } from 'vitest'
import { wrapResult } from '../../../../src/renderer/features/graph/wrap-result'

it.each([
  ['A @ x', 'sum(A @ x)'],
  ['sin(t * [1; 2])', 'sum(sin(t * [1; 2]))'],
  ['y = A @ x; z = y + 1;\n', 'y = A @ x; z = sum(y + 1)'],
  ['y = x；［1；2］* y', 'y = x；sum(［1；2］* y)']
])('%j becomes %j', (program, wrapped) => {
  expect(wrapResult(program, 'sum')).toBe(wrapped)
})
