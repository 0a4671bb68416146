import type { NetworkCase } from '../cases/network-case'
import { CaseField } from '../cases/reader'
import { readRecords } from '../data/records'
import { numbersFrom } from '../formats/bytes'
import type { Json } from '../formats/json'
import { npyHeader, readNpy } from '../formats/npy'
import { readZip } from '../formats/zip'
import { AppError } from '../messages/app-error'
import { answersOf } from './answer-file'
import type { GradientAnswer } from './judge-gradients'

/** Rows of numbers under the name of their tensor; one that is a row alone has one row, a number one row of one. */
type Tensors = ReadonlyMap<string, readonly (readonly number[])[]>

/**
 * Reads an answer to a case from an npz file: arrays `W1 b1 W2 b2 …`, or `dW1 db1 …`, and `loss` where there is one.
 * Throws: format; case, with the place.
 */
export function readAnswerNpz(bytes: Uint8Array, asked: NetworkCase): GradientAnswer {
  const tensors = new Map<string, readonly (readonly number[])[]>()
  for (const file of readZip(bytes)) {
    const name = file.name.replace(/\.npy$/, '')
    const { shape, descr, bodyAt } = npyHeader(name, file.bytes)
    if (shape.length === 0 && (descr === '<f8' || descr === '<f4')) {
      tensors.set(name, [Array.from(numbersFrom(file.bytes.subarray(bodyAt), descr === '<f4' ? 'f32' : 'f64'))])
      continue
    }
    const array = readNpy(name, file.bytes)
    if (!('data' in array)) continue
    const columns = array.shape.at(-1) ?? 0
    const rows = array.shape.length === 1 ? 1 : array.shape[0]
    tensors.set(
      name,
      Array.from({ length: rows }, (_, i) => Array.from(array.data.subarray(i * columns, (i + 1) * columns)))
    )
  }
  return answerOf(tensors, asked)
}

/** The columns that hold the numbers, the first that is there: that of this file, or of gradient-check.csv. */
const VALUES = ['gradient', 'analytic']

/**
 * Reads an answer to a case from CSV with the columns `tensor`, `row`, `column` and `gradient`, as gradient-check.csv has them, one element a
 * line; indices count from 0, a bias has no column, and a line `loss` has the loss.
 * Throws: format; case, with the place.
 */
export function readAnswerCsv(text: string, asked: NetworkCase): GradientAnswer {
  const [header, ...lines] = readRecords(text, ',').records.map(({ cells }) => cells.map((cell) => cell.trim()))
  const value = VALUES.map((name) => header?.indexOf(name) ?? -1).find((at) => at >= 0)
  const [tensor, row, column] = ['tensor', 'row', 'column'].map((name) => header?.indexOf(name) ?? -1)
  if (value === undefined || tensor < 0 || row < 0 || column < 0)
    throw new AppError('format.missing', { name: 'tensor,row,column,gradient' })
  const tensors = new Map<string, number[][]>()
  for (const [line, cells] of lines.entries()) {
    const index = (at: number) => indexOf(cells[at], `[${line}].${header[at]}`)
    const [i, j] = cells[column] === '' ? [0, index(row)] : [index(row), index(column)]
    const rows = tensors.get(cells[tensor]) ?? []
    tensors.set(cells[tensor], rows)
    ;(rows[i] ??= [])[j] = Number(cells[value])
  }
  return answerOf(tensors, asked)
}

/** The highest index of a row or column, beyond any network of a case. */
const MOST = 1_000_000

function indexOf(cell: string, path: string): number {
  return new CaseField(cell === '' ? null : Number(cell), path).whole(0, MOST)
}

function answerOf(tensors: Tensors, asked: NetworkCase): GradientAnswer {
  // An element that no line gave is a hole, which would be skipped.
  const rowsOf = (name: string) => {
    const rows = tensors.get(name) ?? tensors.get(`d${name}`)
    return rows ? Array.from(rows, (row = []) => Array.from(row, (x?: number) => x ?? null)) : null
  }
  const gradients = asked.network.layers.map((_, l): Json => {
    const W = rowsOf(`W${l + 1}`)
    return asked.network.bias === false ? { W } : { W, b: rowsOf(`b${l + 1}`)?.at(0) ?? null }
  })
  return answersOf({ loss: tensors.get('loss')?.[0]?.[0] ?? null, gradients }, [asked])[0]
}
