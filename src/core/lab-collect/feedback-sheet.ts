import type { AnswerEvent } from '../lab-answers/answer-chain'
import type { Lab } from '../lab-file/read-lab-file'
import { mistakeOf } from '../mistakes/catalogue'
import type { Mark } from '../lab-marks/mark'
import { answerHtml, questionHtml } from './answer-html'
import { both, escaped, htmlPage } from './html'
import { totalOf, type MarkedSubmission } from './tables'

/** The sheet that a student gets back: task by task the points, what was found, the mistakes by name, and their own answer; in both languages. */
export function feedbackSheet(lab: Lab, student: MarkedSubmission, events: readonly AnswerEvent[]): string {
  const { id, marks, remarks, receipt } = student
  const total = totalOf(marks)
  const of = marks.reduce((sum, mark) => sum + mark.of, 0)
  const sections = lab.sections.flatMap((section) => {
    const mark = marks.find((one) => one.section === section.id)
    return mark
      ? [`${headOf(mark)}${questionHtml(section)}${answerHtml(section, events)}${findings(mark, remarks.get(section.id) ?? [])}`]
      : []
  })
  const head = `<h1>${both(lab.title)}</h1>
<p>${both({ zh: '学号', en: 'Student number' })} <strong>${escaped(id)}</strong> · ${both({ zh: '总分', en: 'Total' })} <strong>${pointsText(total)} / ${of}</strong> · ${both({ zh: '回执', en: 'Receipt' })} ${escaped(receipt)}</p>`
  return htmlPage(`${lab.lab} ${id}`, [head, ...sections].join('\n'))
}

function headOf({ section, points, of }: Mark): string {
  return `<h2>${escaped(section)} — ${pointsText(points)} / ${of}</h2>`
}

/** Points; of a mark that a person still has to give a word. */
function pointsText(points: number | null): string {
  return points === null ? `<span class="open">${both({ zh: '待批改', en: 'not marked yet' })}</span>` : String(points)
}

function findings({ parts, sentences, mistakes }: Mark, remarks: readonly string[]): string {
  const rows = parts.map(({ name, points, of }) => `<tr><td>${both(name)}</td><td class="n">${pointsText(points)} / ${of}</td></tr>`)
  const table = rows.length > 0 ? `<table>${rows.join('')}</table>` : ''
  const named = mistakes.map((name) => `<li>${both(mistakeOf(name).label)}</li>`)
  const list = named.length > 0 ? `<ul>${named.join('')}</ul>` : ''
  const words = [...sentences.map(both), ...remarks.map(escaped)].map((sentence) => `<p>${sentence}</p>`)
  return `${table}${words.join('')}${list}`
}
