import { forEachPart, type CooperativeTask } from '../tasks/task'

/** Equal numbers among some rows. */
export interface NumberGroups {
  /** The group of each row, numbered in order of first occurrence. */
  readonly codes: Int32Array
  /** The row of each group that comes first. */
  readonly firsts: readonly number[]
}

/** Groups rows by equal numbers in a column; null where there are more than `most` groups. */
export function* groupNumbersTask(values: ArrayLike<number>, rows: Int32Array, most: number): CooperativeTask<NumberGroups | null> {
  const known = new Map<number, number>()
  const firsts: number[] = []
  const codes = new Int32Array(rows.length)
  yield* forEachPart(rows.length, (from, to) => {
    for (let i = from; i < to && firsts.length <= most; i++) {
      const key = values[rows[i]]
      let code = known.get(key)
      if (code === undefined) {
        code = firsts.push(rows[i]) - 1
        known.set(key, code)
      }
      codes[i] = code
    }
  })
  return firsts.length > most ? null : { codes, firsts }
}
