import type { Note } from '#core'

/** Notes that ask for a decision: a reading that may not be what was meant, or a feature that gives the target away. */
const doubtful: ReadonlySet<Note['code']> = new Set<Note['code']>([
  ...(['note.rows-above', 'note.log-pairs', 'note.log-arrows', 'note.numeric-header', 'note.no-header', 'note.ambiguous-thousands', 'note.ambiguous-dates', 'note.spellings'] as const),
  ...(['note.mostly-numbers', 'note.unread-numbers', 'note.fill-value', 'note.several-units', 'note.partly-multiplied', 'note.long-integers', 'note.not-numbers', 'note.not-dates', 'note.not-times', 'note.not-durations', 'note.maybe-dates', 'note.maybe-times', 'note.maybe-durations'] as const),
  ...(['note.label-typo', 'note.copies-target', 'note.running-number', 'note.totals', 'note.hidden-rows', 'note.missing-mark'] as const)
])

export const asksForDecision = ({ code }: Pick<Note, 'code'>): boolean => doubtful.has(code)
