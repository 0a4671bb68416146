import { expect, it } from 'vitest'
import { engineChoices } from '#shared/engine'
import { environmentChoice } from '../../../src/node/kernels/environment-choice'

it('the environment chooses one of the known engines, or none', () => {
  for (const choice of engineChoices) expect(environmentChoice({ BACKPROP_LAB_ENGINE: choice })).toBe(choice)
  for (const other of [undefined, '', 'FAST', 'fastest']) expect(environmentChoice({ BACKPROP_LAB_ENGINE: other })).toBeNull()
  expect(environmentChoice({})).toBeNull()
})
