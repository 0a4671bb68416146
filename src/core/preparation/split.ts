import { gatherIntegers } from '../data/gather'
import { columnNamed, type Column, type Table } from '../data/table'
import { AppError } from '../messages/app-error'
import { createStream, permutationTask, type Random } from '../random/random'
import { runToEnd, forEachPart, type CooperativeTask } from '../tasks/task'
import { cellDetails } from './cells'
import { codedTexts } from './coded-texts'
import type { Settings } from '../settings/settings'

/** The training and test rows, in ascending order. */
export interface Split {
  readonly train: Int32Array
  readonly test: Int32Array
}

/** The training, validation and test rows, in ascending order; validation may be empty. */
export interface Partition extends Split {
  readonly validation: Int32Array
}

/** The rows of a table to be split, with the class of each where there are classes. */
export interface SplitInput {
  readonly table: Table
  /** Row numbers in the table. */
  readonly rows: Int32Array
  readonly classes: Int32Array | null
}

/** Computes `partitionTask` at once. */
export function partitionRows(input: SplitInput, settings: Settings): Partition {
  return runToEnd(partitionTask(input, settings))
}

/**
 * Splits rows into training, validation and test rows by the settings; the result indexes the rows given, from 0. Validation rows,
 * n·validation of them, are drawn from the rows that are not test rows, stratified where the test rows are; where the last rows are the
 * test rows, validation rows are those before them; a split column may define them itself.
 * Throws: data, when a split column has another value.
 */
export function* partitionTask(input: SplitInput, settings: Settings): CooperativeTask<Partition> {
  const { rows, classes } = input
  const { split, test, validation, seeds } = settings
  const count = rows.length
  const wanted = shareOf(count, validation)
  if (split.kind === 'last') {
    const train = Math.max(0, count - split.rows)
    const kept = Math.min(wanted, Math.max(0, train - 1))
    return { train: range(0, train - kept), validation: range(train - kept, train), test: range(train, count) }
  }
  if (split.kind === 'column') {
    const partition = yield* partitionByColumn(input, columnNamed(input.table, split.column))
    return partition.validation.length > 0 ? partition : yield* withValidation(partition, wanted, seeds.split, classes)
  }
  if (split.kind === 'folds') {
    return yield* withValidation(yield* foldOf(count, split, seeds.split, classes), wanted, seeds.split, classes)
  }
  const groups = split.stratified ? classes : null
  return yield* withValidation(yield* splitTask(count, test, seeds.split, groups), wanted, seeds.split, groups)
}

/** Computes n·share, rounded half up. */
function shareOf(count: number, share: number): number {
  return Math.floor(count * share + 0.5)
}

function range(from: number, to: number): Int32Array {
  const numbers = new Int32Array(Math.max(0, to - from))
  for (let i = 0; i < numbers.length; i++) numbers[i] = from + i
  return numbers
}

/** Moves training rows to validation, with a random stream of its own: the test rows are the same with and without validation. */
function* withValidation({ train, test }: Split, wanted: number, seed: number, classes: Int32Array | null): CooperativeTask<Partition> {
  const count = Math.max(0, Math.min(wanted, train.length - 1))
  if (count === 0) return { train, test, validation: new Int32Array(0) }
  const own = classes && gatherIntegers(classes, train)
  const divided = yield* drawRows(train.length, count, createStream('split', seed, 1), own)
  return { train: gatherIntegers(train, divided.train), validation: gatherIntegers(train, divided.test), test }
}

/** Computes `splitTask` at once. */
export function splitRows(rows: number, test: number, seed: number, classes: Int32Array | null): Split {
  return runToEnd(splitTask(rows, test, seed, classes))
}

/**
 * Draws test rows: n·test of them, rounded half up, but never all.
 *
 * With classes, the split is stratified: each class gets its share by largest remainders (of equal ones, the earlier class first), drawn
 * class by class from one generator; without, all rows are drawn together.
 */
function* splitTask(rows: number, test: number, seed: number, classes: Int32Array | null): CooperativeTask<Split> {
  const count = Math.max(0, Math.min(shareOf(rows, test), rows - 1))
  // The first numbers of small seeds, which people choose, resemble one another; those of derived seeds do not.
  return yield* drawRows(rows, count, createStream('split', seed), classes)
}

function* drawRows(rows: number, count: number, random: Random, classes: Int32Array | null): CooperativeTask<Split> {
  const isTest = new Uint8Array(rows)
  const groups = classes === null ? [range(0, rows)] : yield* membersOf(classes)
  const shares =
    classes === null
      ? [count]
      : sharesOf(
          groups.map(({ length }) => length),
          count
        )
  for (const [i, members] of groups.entries()) {
    const order = yield* permutationTask(members.length, random)
    for (let k = 0; k < shares[i]; k++) isTest[members[order[k]]] = 1
  }
  return yield* splitByMask(isTest)
}

function* splitByMask(isTest: Uint8Array): CooperativeTask<Split> {
  const [train, test] = [new Int32Array(isTest.length), new Int32Array(isTest.length)]
  let count = 0
  yield* forEachPart(isTest.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (isTest[row] === 0) train[count++] = row
      else test[row - count] = row
    }
  })
  return { train: train.slice(0, count), test: test.slice(0, isTest.length - count) }
}

/**
 * Returns the split with one of k folds as the test rows. The shuffled rows of each class are dealt to the folds in turn, and the next
 * class continues where the last one ended: folds differ by one row at most, in total and in each class.
 * Source: M. Stone, "Cross-validatory choice and assessment of statistical predictions", 1974; stratified as R. Kohavi, 1995.
 */
function* foldOf(
  rows: number,
  { folds, fold }: { folds: number; fold: number },
  seed: number,
  classes: Int32Array | null
): CooperativeTask<Split> {
  const random = createStream('split', seed)
  const isTest = new Uint8Array(rows)
  let dealt = 0
  for (const members of classes === null ? [range(0, rows)] : yield* membersOf(classes)) {
    const order = yield* permutationTask(members.length, random)
    for (let k = 0; k < order.length; k++, dealt++) if (dealt % folds === fold - 1) isTest[members[order[k]]] = 1
  }
  return yield* splitByMask(isTest)
}

/** Values of a split column for each part, in lower case. */
const partNames: Readonly<Record<keyof Partition, readonly string[]>> = {
  train: ['train', 'training', '训练', '训练集'],
  test: ['test', 'testing', '测试', '测试集'],
  validation: ['validation', 'valid', 'val', 'dev', '验证', '验证集']
}

function* partitionByColumn({ table, rows }: SplitInput, column: Column): CooperativeTask<Partition> {
  const { codes, distinct } = codedTexts(column)
  const names = ['train', 'test', 'validation'] as const
  const partOfCode = Int32Array.from(distinct, (text) => names.findIndex((part) => partNames[part].includes(text.toLowerCase())))
  const parts = names.map(() => ({ rows: new Int32Array(rows.length), count: 0 }))
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const index = partOfCode[codes[rows[i]]]
      if (index < 0) throw new AppError('data.no-side', cellDetails(table, column, rows[i]))
      const part = parts[index]
      part.rows[part.count++] = i
    }
  })
  const [train, test, validation] = parts.map(({ rows, count }) => rows.slice(0, count))
  return { train, test, validation }
}

/** Returns the rows of each class, in ascending order. */
function* membersOf(classes: Int32Array): CooperativeTask<Int32Array[]> {
  const counts: number[] = []
  yield* forEachPart(classes.length, (from, to) => {
    for (let row = from; row < to; row++) {
      while (counts.length <= classes[row]) counts.push(0)
      counts[classes[row]]++
    }
  })
  const members = counts.map((count) => new Int32Array(count))
  const next = counts.map(() => 0)
  yield* forEachPart(classes.length, (from, to) => {
    for (let row = from; row < to; row++) members[classes[row]][next[classes[row]]++] = row
  })
  return members
}

/**
 * Apportions `count` in proportion to sizes by the largest remainder method. Remainders are compared as whole numbers, so that equal
 * ones are equal.
 * Source: the method of A. Hamilton, 1792, also named after T. Hare and H. Niemeyer.
 */
export function sharesOf(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const shares = sizes.map((size) => Math.floor((size * count) / total))
  const left = count - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = sizes
    .map((size, i) => ({ i, remainder: (size * count) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, left)) shares[i]++
  return shares
}
