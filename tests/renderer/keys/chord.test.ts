// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { chordOf, isTakenByFocus } from '../../../src/renderer/keys/chord'

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more })

it.each([
  ['a letter alone as it is typed', press('a'), 'a'],
  ['a letter with Ctrl as a capital', press('b', { ctrlKey: true }), 'Mod+B'],
  ['a letter with ⌘ and Shift', press('Z', { metaKey: true, shiftKey: true }), 'Mod+Shift+Z'],
  ['a sign that takes Shift by itself', press('?', { shiftKey: true }), '?'],
  ['a sign with Ctrl', press('+', { ctrlKey: true, shiftKey: true }), 'Mod++'],
  ['an arrow with Shift', press('ArrowRight', { shiftKey: true }), 'Shift+ArrowRight'],
  ['an arrow with Ctrl and Shift', press('ArrowRight', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+ArrowRight']
])('writes %s', (_title, event, chord) => {
  expect(chordOf(event)).toBe(chord)
})

function isTaken(html: string, key: string, more: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html
  let taken = false
  const listen = (event: KeyboardEvent) => (taken = isTakenByFocus(event))
  document.body.addEventListener('keydown', listen, { once: true })
  document.body.firstElementChild?.dispatchEvent(press(key, { bubbles: true, ...more }))
  return taken
}

it('leaves what is typed, moved in or pressed to the element that has the focus', () => {
  expect(isTaken('<input>', '7')).toBe(true)
  expect(isTaken('<input type="range">', '7')).toBe(false)
  expect(isTaken('<input type="range">', 'ArrowLeft')).toBe(true)
  expect(isTaken('<div role="separator">', 'Home')).toBe(true)
  expect(isTaken('<button>', 'Enter')).toBe(true)
  expect(isTaken('<button>', 'ArrowLeft')).toBe(false)
  expect(isTaken('<input>', 'o', { ctrlKey: true })).toBe(false)
  expect(isTaken('<p>', ' ')).toBe(false)
})
