import type { AnswerEvent } from '../lab-answers/answer-chain'
import { answersTo } from '../lab-marks/mark-answers'
import type { LabSection } from '../lab-file/read-lab-file'
import { jsonText, type Json } from '../formats/json'
import { both, escaped } from './html'

/** Longer texts than a question is are read in the lab file. */
const MOST_SHOWN = 600

/** The question of a section as its author wrote it, in both languages; empty where it is long. */
export function questionHtml({ text }: LabSection): string {
  return text.zh.length + text.en.length > MOST_SHOWN ? '' : `<p class="question">${both(text)}</p>`
}

/** The answer of a student to a task, as HTML; empty where there is none. */
export function answerHtml({ id, task }: LabSection, events: readonly AnswerEvent[]): string {
  if (!task) return ''
  const text = answerText(id, task.kind, events)
  return text === '' ? '' : `<pre>${escaped(text)}</pre>`
}

/** The same as text: of a prediction every try, of other tasks the last answer. */
export function answerText(section: string, kind: NonNullable<LabSection['task']>['kind'], events: readonly AnswerEvent[]): string {
  if (kind === 'predict') {
    return answersTo(events, section, 'predict')
      .flatMap((one) => (one ? [one.text] : []))
      .join(' → ')
  }
  if (kind === 'code') return answersTo(events, section, 'code').at(-1)?.code ?? ''
  if (kind === 'text') return answersTo(events, section, 'text').at(-1)?.text ?? ''
  if (kind === 'bug') {
    const { tensor = '', line = '', why = '' } = answersTo(events, section, 'bug').at(-1) ?? {}
    return [tensor, line, why].filter((part) => part !== '').join('\n')
  }
  const run = answersTo(events, section, 'run').at(-1)
  return run ? jsonText(run.figures as Json) : ''
}
