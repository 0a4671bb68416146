import type { Note } from '../messages/catalogue'
import { optimizerOf } from '../nn/optimizers'
import { optionValues } from '../nn/option'
import { schedules } from '../nn/schedules'
import type { Settings } from './settings'

/** Settings on which one that is switched on depends. */
type Dependent = Pick<Settings, 'optimizer' | 'dropout' | 'hidden' | 'schedule' | 'epochs' | 'stop'>

/**
 * Returns a note for each setting that is switched on but has no effect, because of another one: Nesterov's look-ahead without momentum,
 * dropout without hidden layers, a warm-up, a step of the rate or a patience longer than the run.
 */
export function notesOnNoEffect({ optimizer, dropout, hidden, schedule, epochs, stop }: Dependent): Note[] {
  const notes: Note[] = []
  const { options, nesterov } = optimizerOf(optimizer)
  if (nesterov && options.momentum === 0) notes.push({ code: 'note.nesterov-without-momentum', details: {} })
  if (dropout > 0 && hidden.length === 0) notes.push({ code: 'note.dropout-without-hidden', details: { dropout } })
  const { warmUp = 0 } = schedule
  if (warmUp > epochs) notes.push({ code: 'note.warm-up-too-long', details: { warmUp, epochs } })
  const { every = 0 } = optionValues(schedules[schedule.kind].options, schedule) as { readonly every?: number }
  if (every >= epochs) notes.push({ code: 'note.step-too-long', details: { every, epochs } })
  const { patience } = stop
  if (patience !== null && patience >= epochs) notes.push({ code: 'note.patience-too-long', details: { patience, epochs } })
  return notes
}
