import type { NetworkCase } from '../cases/network-case'
import { fromUtf8 } from '../formats/bytes'
import { AppError } from '../messages/app-error'
import { readAnswerCsv, readAnswerNpz } from './answer-arrays'
import { readAnswers } from './answer-file'
import type { GradientAnswer } from './judge-gradients'

/**
 * Reads answers to cases from a file, whose kind its name tells: `.npz` and `.csv` answer the one case there is, any other is JSON and
 * answers each by its id. Throws: case, with the place; format.
 */
export function readAnswerFile(name: string, bytes: Uint8Array, cases: readonly NetworkCase[]): GradientAnswer[] {
  const kind = /\.(npz|csv)$/i.exec(name)?.[1].toLowerCase()
  if (kind === undefined) return readAnswers(fromUtf8(bytes, name), cases)
  const [only, more] = cases
  if (more) throw new AppError('case.one-answer', { count: cases.length })
  return [kind === 'npz' ? readAnswerNpz(bytes, only) : readAnswerCsv(fromUtf8(bytes, name), only)]
}
