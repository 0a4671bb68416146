import { sentence, type Note } from '#core'
import { messages } from './messages'
import type { Surroundings } from './report-error'

/** Says notes on stderr, one a line. */
export function tell(notes: readonly Note[], { io, language }: Surroundings): void {
  for (const { code, details } of notes) {
    io.stderr.write(`${messages[language].note}${sentence(code, details, language)}\n`)
  }
}
