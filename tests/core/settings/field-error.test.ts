import { expect, it } from 'vitest'
import { fieldError } from '../../../src/core/settings/field-error'
import { sentence } from '../../../src/core/messages/catalogue'

const said = (...args: Parameters<typeof fieldError>) => {
  const { code, details } = fieldError(...args)
  return sentence(code, details, 'en')
}

it('a field with an unexpected value is told with that value and what is expected', () => {
  expect(said('data', [1], '{…}')).toBe('data is [1]; expected {…}.')
})

it('a field that is not there is missing', () => {
  expect(said('data', undefined, '{…}')).toBe('data is missing; expected {…}.')
  expect(said('data', undefined)).toBe('data is missing.')
})
