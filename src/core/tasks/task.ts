/**
 * Long work in parts: it stops after each, so that whoever drives it may do something else meanwhile or leave it. What it yields is how
 * much it did since, in cells looked at. The answer does not depend on who drives it.
 */
export type CooperativeTask<T> = Generator<number, T, void>

/** Rows between two stops: a part takes some tenth of a millisecond. */
export const partRows = 32_768

/** Does work to its end without a stop. */
export function runToEnd<T>(work: CooperativeTask<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Does something with the numbers 0 … count − 1, a range at a time: `from` up to and without `to`. */
export function* forEachPart(count: number, does: (from: number, to: number) => void): CooperativeTask<void> {
  for (let from = 0; from < count; from += partRows) {
    const to = Math.min(count, from + partRows)
    does(from, to)
    yield to - from
  }
}

/** Returns work that is done part by part, until `next` says that there is no more, as a task that yields 1 a part. */
export function* taskOf(work: { next(): boolean }): CooperativeTask<void> {
  while (work.next()) yield 1
}
