import type { Note, TextCode } from '../../messages/catalogue'
import type { RunEvidence } from './run-evidence'

/** Returns the first note of a kind on the preparation of a run's data. */
export function preparedNote({ prepared }: RunEvidence, code: TextCode): Note | undefined {
  return prepared.notes.find((note) => note.code === code)
}
