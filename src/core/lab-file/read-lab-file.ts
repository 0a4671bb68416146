import { AppError } from '../messages/app-error'
import type { Text } from '../messages/texts-of'
import type { Line } from './fields'
import { readHeader, type LabHeader } from './header'
import { OPENING, readOpening, type LabOpening } from './opening'
import { readTask, taskKinds, type LabTask } from './tasks'

/** A part of a lab: something to read, and mostly a task. */
export interface LabSection {
  readonly id: string
  /** The line of its heading, from 1. */
  readonly line: number
  /** 0 where there is no task. */
  readonly points: number
  /** Markdown in both languages. */
  readonly text: Text
  /** A state of another page to look at; null for none. */
  readonly opening: LabOpening | null
  readonly task: LabTask | null
}

/** A lab as its file describes it. */
export interface Lab extends LabHeader {
  readonly sections: readonly LabSection[]
}

const FENCE = /^```\s*(\S*)\s*$/
const HEADING = /^##\s+([A-Za-z][\w-]{0,19})(?:\s+\{(\d{1,3})\})?\s*$/
const LANGUAGE = /\[(zh|en)\]/

/**
 * Reads a lab file: Markdown with a head of `key: value` lines between `---`, and sections `## id {points}` with text after `[zh]` and
 * `[en]` and at most one block ```` ```kind ```` of such lines, a task, and one ```` ```open ````. docs/lab-files.md has the format.
 * Throws: lab-file, with the line and the field.
 */
export function readLabFile(text: string): Lab {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((one, i): Line => ({ number: i + 1, text: one }))
  const first = lines.findIndex((line) => line.text.trim() !== '')
  const last = lines.findIndex((line, i) => i > first && line.text.trim() === '---')
  if (first < 0 || lines[first].text.trim() !== '---' || last < 0) throw new AppError('lab-file.no-head', { line: Math.max(0, first) + 1 })
  const header = readHeader(lines.slice(first + 1, last), lines[first].number)
  const sections = readSections(lines.slice(last + 1))
  if (!sections.some(({ task }) => task !== null)) throw new AppError('lab-file.no-task', { line: lines[last].number })
  return { ...header, sections }
}

function readSections(lines: readonly Line[]): LabSection[] {
  const sections: LabSection[] = []
  let from = lines.findIndex(({ text }) => text.trim() !== '')
  while (from >= 0 && from < lines.length) {
    const { number: line, text } = lines[from]
    const [, id, points] = HEADING.exec(text) ?? []
    if (id === undefined) throw new AppError('lab-file.no-heading', { line, text: text.trim(), example: '## q1 {2}' })
    const earlier = sections.find((one) => one.id === id)
    if (earlier) throw new AppError('lab-file.same-section', { line, id, first: earlier.line })
    const end = endOfSection(lines, from + 1)
    sections.push(readSection({ id, line, points: Number(points ?? 0) }, lines.slice(from + 1, end)))
    from = end
  }
  return sections
}

/** The place of the next heading that is in no block. */
function endOfSection(lines: readonly Line[], from: number): number {
  let isInBlock = false
  for (let i = from; i < lines.length; i++) {
    if (FENCE.test(lines[i].text)) isInBlock = !isInBlock
    else if (!isInBlock && lines[i].text.startsWith('## ')) return i
  }
  return lines.length
}

function readSection(head: Pick<LabSection, 'id' | 'line' | 'points'>, lines: readonly Line[]): LabSection {
  const { id, line, points } = head
  const prose: Line[] = []
  let task: LabTask | null = null
  let opening: LabOpening | null = null
  for (let i = 0; i < lines.length; i++) {
    const [, kind] = FENCE.exec(lines[i].text) ?? []
    const known = taskKinds.find((one) => one === kind)
    if (kind === undefined) {
      prose.push(lines[i])
      continue
    }
    const start = lines[i].number
    const length = lines.slice(i + 1).findIndex(({ text }) => FENCE.test(text))
    if (length < 0) throw new AppError('lab-file.open-block', { line: start })
    const block = lines.slice(i + 1, i + 1 + length)
    if (known) {
      if (task) throw new AppError('lab-file.two-tasks', { line: start, id })
      task = readTask(known, block, start)
    } else if (kind === OPENING) {
      if (opening) throw new AppError('lab-file.two-openings', { line: start, id })
      opening = readOpening(block, start)
    } else if (/^(?:python|math|)$/.test(kind)) prose.push(...lines.slice(i, i + length + 2))
    else throw new AppError('lab-file.unknown-task', { line: start, kind, known: [...taskKinds, OPENING].join(', ') })
    i += length + 1
  }
  requirePoints(head, task)
  return { id, line, points, text: bothLanguages(id, line, prose), opening, task }
}

/** A task has points, and those of a program are the points of its stages; where nothing is asked there are none. */
function requirePoints({ id, line, points }: Pick<LabSection, 'id' | 'line' | 'points'>, task: LabTask | null): void {
  if (task === null && points > 0) throw new AppError('lab-file.points-without-task', { line, id, points })
  if (task !== null && points === 0) throw new AppError('lab-file.task-without-points', { line, id, example: `## ${id} {2}` })
  const sum =
    task?.kind === 'code'
      ? task.stages.reduce((all, stage) => all + stage.points, 0)
      : task?.kind === 'text' && task.rubric.length > 0
        ? task.rubric.reduce((all, one) => all + one.points, 0)
        : points
  if (sum !== points) throw new AppError('lab-file.points', { line, id, points, sum })
}

/** The text after each mark of a language, up to the next. */
function bothLanguages(id: string, line: number, lines: readonly Line[]): Text {
  const parts = { zh: '', en: '' }
  let language: keyof Text | null = null
  for (const { number, text } of lines) {
    for (const [i, piece] of text.split(LANGUAGE).entries()) {
      if (i % 2 === 1) language = piece === 'zh' ? 'zh' : 'en'
      else if (language) parts[language] += piece
      else if (piece.trim() !== '') throw new AppError('lab-file.no-language', { line: number, marks: '[zh], [en]' })
    }
    if (language) parts[language] += '\n'
  }
  for (const key of ['zh', 'en'] as const) {
    parts[key] = parts[key].trim()
    if (parts[key] === '') throw new AppError('lab-file.missing-language', { line, id, mark: `[${key}]` })
  }
  return parts
}
