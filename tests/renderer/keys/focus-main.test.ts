// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { focusMain } from '../../../src/renderer/keys/focus-main'

it('gives the page the focus without a stop for Tab, and does nothing where none is open', () => {
  document.body.innerHTML = '<button>Open</button>'
  document.querySelector('button')?.focus()
  focusMain()
  expect(document.activeElement?.tagName).toBe('BUTTON')
  document.body.innerHTML = '<main></main>'
  focusMain()
  expect(document.activeElement?.tagName).toBe('MAIN')
  expect(document.querySelector('main')?.tabIndex).toBe(-1)
})
