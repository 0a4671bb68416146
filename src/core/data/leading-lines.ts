import { CR, endOfLine, LF } from './byte-lists'
import { separators, type ReadOptions, type Separator } from './read-options'

/** Signs at the beginning of a line that is a comment: of most programs, of MATLAB and ARFF, of languages like C. */
export const commentMarks = ['#', '%', '//'] as const
export type CommentMark = (typeof commentMarks)[number]

/** Lines before a table that are not part of it. */
export interface LeadingLines {
  readonly count: number
  /** The separator that Excel's first line names. */
  readonly separator?: Separator
  /** Number of comments, at the end of them, and what they begin with. */
  readonly comments: number
  readonly comment: CommentMark | null
  /** Number of characters of these lines, and of those before the last comment. */
  readonly length: number
  readonly beforeLast: number
}

/** A line and its end. */
const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y

/** Finds the lines that are skipped by request, Excel's `sep=;`, and comments at the beginning of a text. */
export function findLeadingLines(text: string, { skip = 0 }: Pick<ReadOptions, 'skip'>): LeadingLines {
  let at = 0
  let count = 0
  const next = () => {
    line.lastIndex = at
    return (line.exec(text) ?? [''])[0]
  }
  const pass = () => {
    at += next().length
    count++
  }
  while (count < skip && at < text.length) pass()
  const mark = /^"?sep=(.)"?\s*$/i.exec(next())?.[1] ?? (/^"?sep=\t/i.test(next()) ? '\t' : undefined)
  const separator = separators.find((one) => one === mark)
  if (separator !== undefined) pass()
  const first = count
  let beforeLast = at
  const comment = commentMarks.find((one) => next().startsWith(one)) ?? null
  while (comment !== null && at < text.length && next().startsWith(comment)) {
    beforeLast = at
    pass()
  }
  return { count, comments: count - first, comment, length: at, beforeLast, ...(separator ? { separator } : {}) }
}

/** Returns the number of bytes of the first lines. */
export function lengthOfLines(bytes: Uint8Array, count: number): number {
  let at = 0
  for (let done = 0; done < count && at < bytes.length; done++) {
    at = endOfLine(bytes, at)
    at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1
  }
  return Math.min(at, bytes.length)
}
