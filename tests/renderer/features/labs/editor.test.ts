// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { createEditor, type Editor } from '../../../../src/renderer/features/labs/editor'

let opened: Editor | null = null
afterEach(() => opened?.destroy())

function open(text: string) {
  const parent = document.createElement('div')
  document.body.append(parent)
  const [onChange, onRun] = [vi.fn<(text: string) => void>(), vi.fn()]
  const editor = createEditor({ parent, text, names: { label: 'Program', description: 'Esc, then Tab leaves' }, onChange, onRun })
  opened = editor
  const root = parent.shadowRoot
  if (!root) throw new Error('no shadow tree')
  const content = root.querySelector('.cm-content') as HTMLElement
  const lines = () => Array.from(root.querySelectorAll('.cm-line'), (line) => line.textContent)
  const marked = () => Array.from(root.querySelectorAll('.cm-failed'), (line) => line.textContent)
  return { editor, content, lines, marked, onChange, onRun }
}

it('shows a program, and tells of each change to it', () => {
  const { editor, lines, onChange } = open('a = 1\nb = 2')
  expect(lines()).toEqual(['a = 1', 'b = 2'])
  editor.write('c = 3')
  expect(lines()).toEqual(['c = 3'])
  expect(onChange.mock.calls).toEqual([['c = 3']])
})

it('marks a line until the next change; one that is not there is not marked', () => {
  const { editor, marked } = open('a = 1\nb = 2')
  editor.mark(2)
  expect(marked()).toEqual(['b = 2'])
  editor.mark(null)
  expect(marked()).toEqual([])
  editor.mark(7)
  expect(marked()).toEqual([])
  editor.mark(1)
  editor.write('a = 2')
  expect(marked()).toEqual([])
})

it('has its names for those who hear it, also in another language', () => {
  const { editor, content } = open('')
  expect([content.getAttribute('aria-label'), content.getAttribute('aria-description')]).toEqual(['Program', 'Esc, then Tab leaves'])
  editor.name({ label: '程序', description: '先按 Esc' })
  expect(content.getAttribute('aria-label')).toBe('程序')
})

it('runs by Ctrl+Enter', () => {
  const { content, onRun } = open('a = 1')
  content.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
  expect(onRun).toHaveBeenCalledOnce()
})
