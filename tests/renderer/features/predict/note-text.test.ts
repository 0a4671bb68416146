import { expect, it } from 'vitest'
import { useText } from '../../../../src/renderer/i18n/useText'
import { noteText } from '../../../../src/renderer/features/predict/note-text'
import '../../../../src/renderer/messages'

const texts = useText()

it('a note on a typed sample names no row', () => {
  const details = { name: 'a', count: 1, row: 1, value: 'x', category: 'X', deviations: 12 }
  for (const code of ['note.far-outside', 'note.unseen-category', 'note.unseen-ordinal', 'note.other-spelling', 'note.filled'] as const) {
    expect(noteText({ code, details }, texts)).not.toMatch(/row|行|\{/)
  }
})

it('any other note is the sentence of the core', () => {
  const note = { code: 'note.constant-column', details: { name: 'a', value: 'x' } } as const
  expect(noteText(note, texts)).toBe(texts.explain(note))
})
