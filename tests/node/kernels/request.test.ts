import { expect, it } from 'vitest'
import { engineChoices } from '#shared/engine'
import { choiceOf } from '../../../src/node/kernels/request'

it('the environment chooses one of the known engines, or none', () => {
  for (const choice of engineChoices) expect(choiceOf({ BACKPROP_LAB_ENGINE: choice })).toBe(choice)
  for (const other of [undefined, '', 'FAST', 'fastest']) expect(choiceOf({ BACKPROP_LAB_ENGINE: other })).toBeNull()
  expect(choiceOf({})).toBeNull()
})
