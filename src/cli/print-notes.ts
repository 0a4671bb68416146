import { sentence, type Note } from '#core'
import { messages } from './messages'
import type { CommandContext } from './report-error'

/** Prints notes on stderr, one each line. */
export function printNotes(notes: readonly Note[], { io, language }: CommandContext): void {
  for (const { code, details } of notes) {
    io.stderr.write(`${messages[language].note}${sentence(code, details, language)}\n`)
  }
}
