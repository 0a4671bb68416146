import { expect, it } from 'vitest'
import { nearestName } from '../../../../src/core/autodiff/expressions/nearest-name'

it.each([
  ['sofmax', ['softmax', 'sum'], 'softmax'],
  ['Relu', ['relu'], 'relu'],
  ['q', ['w0', 'x'], ''],
  ['X', ['w0', 'x'], 'x'],
  ['velocity', ['mass', 'x'], '']
])('the nearest to %s among %j is %j', (name, known, nearest) => {
  expect(nearestName(name, known)).toBe(nearest)
})
