import { furthestChain, readAnswerChain, type AnswerChain, type AnswerEvent } from '../lab-answers/answer-chain'
import { isJsonObject, parseJson, type Json } from '../formats/json'
import type { Lab } from '../lab-file/read-lab-file'
import type { Details } from '../messages/catalogue'
import type { Text } from '../messages/texts-of'
import type { labCollectTexts } from '../messages/lab-collect'
import type { Roster } from './roster'

/** Something about a file or a student that a teacher should know. */
export interface Problem {
  /** The file, relative to the folder; empty where it is about none. */
  readonly file: string
  /** The student number; empty where it is not known. */
  readonly id: string
  readonly code: keyof typeof labCollectTexts
  readonly details: Details
  /** The sentence about a program that failed; none unless given. */
  readonly cause?: Text
}

/** A file of answers as text. */
export interface AnswerFile {
  readonly name: string
  readonly text: string
}

/** The answers of a student, as they were handed in. */
export interface Submission {
  readonly id: string
  readonly file: string
  readonly chain: AnswerChain
  /** The events that count: all, or those within the time. */
  readonly events: readonly AnswerEvent[]
  /** The number of answers after the time. */
  readonly late: number
}

interface Found {
  readonly file: string
  readonly chain: AnswerChain
}

/**
 * Sorts files of answers by student: of several copies the one that goes furthest counts. What is damaged, late, doubled, renamed or
 * strange is named, and nothing stops the others.
 */
export function sortSubmissions(
  files: readonly AnswerFile[],
  lab: Lab,
  labHash: string,
  roster: Roster | null
): { submissions: Submission[]; problems: Problem[] } {
  const problems: Problem[] = []
  const byId = new Map<string, Found[]>()
  const form = new RegExp(`^(?:${lab.id})$`)
  for (const { name, text } of files) {
    const tell = (code: Problem['code'], details: Details = {}, id = '') => void problems.push({ file: name, id, code, details })
    const chain = readAnswerChain(text)
    if (!chain) {
      const format = formatOf(text)
      if (format !== null && format > 1) tell('lab-collect.newer', { format })
      else tell('lab-collect.damaged')
      continue
    }
    const { id, lab: found } = chain.head
    if (found !== lab.lab) {
      tell('lab-collect.other-lab', { found: shown(found), lab: lab.lab }, shown(id))
      continue
    }
    if (!form.test(id)) {
      tell('lab-collect.bad-id', { value: shown(id), form: lab.id })
      continue
    }
    if (chain.head.labHash !== labHash) tell('lab-collect.other-hash', {}, id)
    if (chain.rest !== '') tell(...aboutRest(chain), id)
    if (roster && !roster.students.has(id)) tell('lab-collect.unknown-id', {}, id)
    const usual = answersFileName(lab.lab, id)
    if (baseName(name) !== usual) tell('lab-collect.renamed', { name: usual }, id)
    byId.set(id, [...(byId.get(id) ?? []), { file: name, chain }])
  }
  const submissions = [...byId].map(([id, found]) => counted(id, found, lab, roster, problems))
  for (const id of roster?.students.keys() ?? []) {
    if (!byId.has(id)) problems.push({ file: '', id, code: 'lab-collect.missing', details: {} })
  }
  return { submissions: submissions.sort((a, b) => (a.id < b.id ? -1 : 1)), problems }
}

/** The name of the file of a student's answers. */
export function answersFileName(lab: string, id: string): string {
  return `${lab}_${id}.bpans`
}

/** The copy that counts, and what there is to say about the others and about the time. */
function counted(id: string, found: readonly Found[], lab: Lab, roster: Roster | null, problems: Problem[]): Submission {
  const chain = furthestChain(found.map((one) => one.chain)) ?? found[0].chain
  const { file } = found.find((one) => one.chain === chain) ?? found[0]
  for (const other of found) {
    if (other.chain !== chain && !chain.text.startsWith(other.chain.text))
      problems.push({ file: other.file, id, code: 'lab-collect.forked', details: { file } })
  }
  if (found.length > 1) problems.push({ file, id, code: 'lab-collect.doubled', details: { count: found.length, file } })
  const minutes = lab.minutes === null ? Infinity : lab.minutes + (roster?.students.get(id)?.extraMinutes ?? 0)
  const isLate = ({ kind, elapsed }: AnswerEvent) => kind === 'answer' && elapsed > minutes * 60_000
  const late = lab.late === 'allow' ? 0 : chain.events.filter(isLate).length
  const refuses = lab.late === 'refuse'
  if (late > 0) problems.push({ file, id, code: refuses ? 'lab-collect.too-late' : 'lab-collect.late', details: { count: late, minutes } })
  return { id, file, chain, late, events: refuses ? chain.events.filter((event) => !isLate(event)) : chain.events }
}

function aboutRest({ rest, events, text }: AnswerChain): readonly ['lab-collect.cut' | 'lab-collect.tampered', Details] {
  const isCut = !rest.includes('\n')
  const count = events.length
  return isCut ? ['lab-collect.cut', { count }] : ['lab-collect.tampered', { count, line: (text.match(/\n/g)?.length ?? 0) + 1 }]
}

/** The format that a first line names; null where it names none. */
function formatOf(text: string): number | null {
  let head: Json
  try {
    head = parseJson(text.slice(0, text.indexOf('\n') + 1) || text)
  } catch {
    return null
  }
  return isJsonObject(head) && typeof head.format === 'number' ? head.format : null
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** A text of unknown origin, short enough to be shown. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60))
}
