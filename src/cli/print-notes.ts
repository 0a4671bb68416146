import { sentence, type Note } from '#core'
import { messages } from './messages'
import { remedyFlags } from './remedy-flags'
import type { CommandContext } from './report-error'

/** Prints notes on stderr, one each line, with the flags that are remedies. */
export function printNotes(notes: readonly Note[], { io, language }: CommandContext): void {
  const say = messages[language]
  for (const note of notes) io.stderr.write(`${say.note}${sentence(note.code, note.details, language)}${say.flags(remedyFlags(note))}\n`)
}
