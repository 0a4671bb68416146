import type { TextTask } from '../lab-file/tasks'
import { markOf, markOfParts, say, type Mark } from './mark'

/** The number of words of a text; of Chinese, which has no blanks between them, each character counts. */
export function countWords(text: string): number {
  return text.match(/[\p{Script=Han}]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.filter(Boolean).length ?? 0
}

/** Says what a machine can of a text: its length. The points are for a person, line by line of the rubric. */
export function markText(
  section: { readonly id: string; readonly points: number },
  { words, rubric }: TextTask,
  text: string | null
): Mark {
  const { id, points } = section
  if (text === null || text.trim() === '') return markOf(id, 0, points, say('lab-marks.none'))
  const count = countWords(text)
  const isOutside = words !== null && (count < words.least || count > words.most)
  const sentences = isOutside ? [say('lab-marks.words', { count, least: words.least, most: words.most })] : []
  if (rubric.length === 0) return markOf(id, null, points, ...sentences)
  return markOfParts(
    id,
    rubric.map(({ point, points: of }) => ({ name: point, points: null, of })),
    sentences
  )
}
