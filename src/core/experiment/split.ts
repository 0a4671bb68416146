import { columnNamed, cellText, type Column, type Table } from '../data/table'
import { LabError } from '../errors'
import { createStream, permutation, type Random } from '../random'
import { cellDetails } from './cells'
import type { Settings } from './settings'

/** The rows of either side, in ascending order. */
export interface Split {
  readonly train: Int32Array
  readonly test: Int32Array
}

/** The rows of three sides, in ascending order; validation may have none. */
export interface Sides extends Split {
  readonly validation: Int32Array
}

/** What is to be divided: rows of a table, and the class of each where there are classes. */
export interface Divisible {
  readonly table: Table
  /** Row numbers in the table. */
  readonly rows: Int32Array
  readonly classes: Int32Array | null
}

/**
 * Divides rows into three sides as the settings say; the answer counts within the rows given, from 0. Validation rows, n·validation of
 * them, are drawn from what the test leaves, class by class where the test rows are; where the last rows are the test, they are those
 * before; and a column may say them itself.
 * Throws: data, when a column says something else.
 */
export function divideRows(divisible: Divisible, settings: Settings): Sides {
  const { rows, classes } = divisible
  const { split, test, validation, seeds } = settings
  const count = rows.length
  const wanted = shareOf(count, validation)
  if (split.kind === 'last') {
    const train = Math.max(0, count - split.rows)
    const kept = Math.min(wanted, Math.max(0, train - 1))
    return { train: range(0, train - kept), validation: range(train - kept, train), test: range(train, count) }
  }
  if (split.kind === 'column') {
    const sides = sidesByColumn(divisible, columnNamed(divisible.table, split.column))
    return sides.validation.length > 0 ? sides : withValidation(sides, wanted, seeds.split, classes)
  }
  if (split.kind === 'folds') {
    return withValidation(foldOf(count, split, seeds.split, classes), wanted, seeds.split, classes)
  }
  const groups = split.stratified ? classes : null
  return withValidation(splitRows(count, test, seeds.split, groups), wanted, seeds.split, groups)
}

/** n·share rounded half up. */
function shareOf(count: number, share: number): number {
  return Math.floor(count * share + 0.5)
}

function range(from: number, to: number): Int32Array {
  return Int32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

/** Takes validation rows from the training rows, with random numbers of their own: the test rows are the same with and without. */
function withValidation({ train, test }: Split, wanted: number, seed: number, classes: Int32Array | null): Sides {
  const count = Math.max(0, Math.min(wanted, train.length - 1))
  if (count === 0) return { train, test, validation: new Int32Array(0) }
  const own = classes && train.map((row) => classes[row])
  const divided = drawRows(train.length, count, createStream('split', seed, 1), own)
  return { train: divided.train.map((i) => train[i]), validation: divided.test.map((i) => train[i]), test }
}

/**
 * Sets rows apart for testing: n·test of them rounded half up, but never all.
 *
 * With classes, each gets its share by largest remainders (between equal remainders the earlier class first), drawn
 * class by class from one generator; without, all are drawn together.
 */
export function splitRows(rows: number, test: number, seed: number, classes: Int32Array | null): Split {
  const count = Math.max(0, Math.min(shareOf(rows, test), rows - 1))
  // The first numbers of the small seeds that people choose resemble one another; those of derived seeds do not.
  return drawRows(rows, count, createStream('split', seed), classes)
}

function drawRows(rows: number, count: number, random: Random, classes: Int32Array | null): Split {
  const isTest = new Uint8Array(rows)
  if (classes === null) {
    draw(range(0, rows), count, random, isTest)
  } else {
    const members = membersOf(classes)
    const shares = sharesOf(members.map(({ length }) => length), count)
    members.forEach((own, i) => draw(own, shares[i], random, isTest))
  }
  return bySide(isTest)
}

function bySide(isTest: Uint8Array): Split {
  const all = range(0, isTest.length)
  return { train: all.filter((row) => isTest[row] === 0), test: all.filter((row) => isTest[row] === 1) }
}

function draw(rows: ArrayLike<number>, count: number, random: Random, isTest: Uint8Array): void {
  const order = permutation(rows.length, random)
  for (let i = 0; i < count; i++) isTest[rows[order[i]]] = 1
}

/**
 * One of k parts of the rows as the test rows. The rows of each class in random order are dealt to the parts in turn, and the next
 * class goes on where the last one ended: parts differ by one row at most, and so do their numbers of each class.
 * Source: M. Stone, "Cross-validatory choice and assessment of statistical predictions", 1974; stratified as R. Kohavi, 1995.
 */
function foldOf(rows: number, { folds, fold }: { folds: number; fold: number }, seed: number, classes: Int32Array | null): Split {
  const random = createStream('split', seed)
  const isTest = new Uint8Array(rows)
  let dealt = 0
  for (const members of classes === null ? [range(0, rows)] : membersOf(classes)) {
    for (const i of permutation(members.length, random)) {
      if (dealt % folds === fold - 1) isTest[members[i]] = 1
      dealt++
    }
  }
  return bySide(isTest)
}

/** The words in a column that says where each row belongs, in lower case. */
const sideWords: Readonly<Record<keyof Sides, readonly string[]>> = {
  train: ['train', 'training', '训练', '训练集'],
  test: ['test', 'testing', '测试', '测试集'],
  validation: ['validation', 'valid', 'val', 'dev', '验证', '验证集']
}

function sidesByColumn({ table, rows }: Divisible, column: Column): Sides {
  const sides = Array.from(rows, (row) => {
    const word = cellText(column, row).toLowerCase()
    const side = (['train', 'test', 'validation'] as const).find((one) => sideWords[one].includes(word))
    if (!side) throw new LabError('data.no-side', cellDetails(table, column, row))
    return side
  })
  const of = (wanted: keyof Sides) => range(0, rows.length).filter((i) => sides[i] === wanted)
  return { train: of('train'), test: of('test'), validation: of('validation') }
}

/** The rows of each class, in ascending order. */
function membersOf(classes: Int32Array): number[][] {
  const members: number[][] = []
  classes.forEach((c, row) => {
    while (members.length <= c) members.push([])
    members[c].push(row)
  })
  return members
}

/**
 * Divides `count` in proportion to sizes by largest remainders. Remainders are compared as whole numbers, so that equal
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
