import type { AnswerEvent } from '../lab-answers/answer-chain'
import type { Lab, LabSection } from '../lab-file/read-lab-file'
import type { Mark } from '../lab-marks/mark'
import { mistakeOf } from '../mistakes/catalogue'
import { answerHtml, answerText, questionHtml } from './answer-html'
import { both, escaped, htmlPage } from './html'
import type { MarkedSubmission } from './tables'

/** A student's marks beside the answers that they are of. */
export interface ClassMember extends MarkedSubmission {
  readonly events: readonly AnswerEvent[]
}

/** The most frequent wrong predictions that are shown. */
const MOST_SHOWN = 12

/** The map of a class: for each task the points, the mistakes by frequency, and all answers side by side, under codes that name nobody. */
export function classPage(lab: Lab, members: readonly ClassMember[]): string {
  const sections = lab.sections.filter(({ task }) => task !== null).map((section) => sectionHtml(section, members))
  const head = `<h1>${both(lab.title)}</h1><p>${both({ zh: `${members.length} 份答案`, en: `${members.length} hand-ins` })}</p>`
  return htmlPage(lab.lab, [head, ...sections].join('\n'), 'wide')
}

function sectionHtml(section: LabSection, members: readonly ClassMember[]): string {
  const marked = members.flatMap((member) => {
    const mark = member.marks.find((one) => one.section === section.id)
    return mark ? [{ member, mark }] : []
  })
  const known = marked.flatMap(({ mark }) => (mark.points === null ? [] : [mark.points]))
  const mean = known.length === 0 ? '–' : (known.reduce((sum, points) => sum + points, 0) / known.length).toFixed(2)
  const open = marked.length - known.length
  const summary = both({
    zh: `平均 ${mean} / ${section.points}，待批改 ${open} 份`,
    en: `mean ${mean} of ${section.points}, ${open} not marked yet`
  })
  const answers = marked
    .map(({ member, mark }) => ({ member, mark, html: answerHtml(section, member.events) }))
    .filter(({ html }) => html !== '')
    .sort((a, b) => (a.member.code < b.member.code ? -1 : 1))
    .map(({ member, mark, html }) => `<section><strong>${member.code}</strong> · ${mark.points ?? '–'} / ${mark.of}${html}</section>`)
  return `<h2>${escaped(section.id)}</h2>${questionHtml(section)}<p>${summary}</p>${mistakesTable(marked.map(({ mark }) => mark))}${valuesTable(section, marked)}<div class="answers">${answers.join('')}</div>`
}

function mistakesTable(marks: readonly Mark[]): string {
  const counts = countsOf(marks.flatMap(({ mistakes }) => [...new Set(mistakes)]))
  const rows = counts.map(([name, count]) => `<tr><td class="n">${count}</td><td>${both(mistakeOf(name).label)}</td></tr>`)
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`
}

/** The wrong predictions and tensors, by frequency. */
function valuesTable(section: LabSection, marked: readonly { readonly member: ClassMember; readonly mark: Mark }[]): string {
  const { task, id } = section
  if (task?.kind !== 'predict') return ''
  const wrong = marked.filter(({ mark }) => mark.points === 0).map(({ member }) => answerText(id, 'predict', member.events))
  const rows = countsOf(wrong.filter((text) => text !== ''))
    .slice(0, MOST_SHOWN)
    .map(([text, count]) => `<tr><td class="n">${count}</td><td>${escaped(text)}</td></tr>`)
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`
}

function countsOf<Value extends string>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}
