import { createApp } from 'vue'
import { expect, it } from 'vitest'
import { sharedState } from '../../../src/renderer/ui/shared-state'

const app = () => createApp({})
const counter = sharedState<{ count: number }>('The counter')

it('is the same for everybody below what provides it', () => {
  const providing = app()
  const value = { count: 1 }
  providing.provide(counter.key, value)
  expect(providing.runWithContext(() => counter.use())).toBe(value)
})

it('says by name that nothing provides it', () => {
  expect(() => app().runWithContext(() => counter.use())).toThrow('The counter')
  expect(() => counter.use()).toThrow('The counter')
})
