import { expect, it } from 'vitest'
import { asksForDecision } from '../../../../src/renderer/features/data/doubts'

it('a reading in doubt asks for a decision', () => {
  for (const code of ['note.ambiguous-dates', 'note.mostly-numbers', 'note.spellings', 'note.running-number'] as const) {
    expect(asksForDecision({ code })).toBe(true)
  }
})

it('what was read without doubt does not', () => {
  for (const code of ['note.separator', 'note.encoding', 'note.decimal-comma', 'note.dropped-rows', 'note.constant-column'] as const) {
    expect(asksForDecision({ code })).toBe(false)
  }
})
