import { scaleItem, sumItem } from './norms'
import { Plan } from './plan'
import { evaluateRows, trainRows } from './rows'
import { gradientOfItem, updateOfItem } from './weights'

/** Communication between threads; all words are read and written atomically or between two barriers. */
@unmanaged
class Sync {
  /** Goes up with each command; threads without work wait for it. */
  generation: i32
  /** Threads besides the first that have done their part of the command. */
  done: i32
  /** The next item that nobody has taken. */
  next: i32
  phase: i32
  plan: usize
  from: i32
  to: i32
  threads: i32
  /** Threads besides the first that have begun to serve. */
  serving: i32
  divisor: f64
}

/** Tasks between two barriers. */
export const TRAIN_ROWS_32 = 0
export const TRAIN_ROWS_64 = 1
export const EVALUATE_ROWS_32 = 2
export const EVALUATE_ROWS_64 = 3
export const GRADIENTS_32 = 4
export const GRADIENTS_64 = 5
export const UPDATES_32 = 6
export const UPDATES_64 = 7
/** Items again: `from` says what is added up. */
export const SUMS_32 = 8
export const SUMS_64 = 9
/** Items again: `divisor` is the factor. */
export const SCALES_32 = 10
export const SCALES_64 = 11
const END = 12

/** Number of polls before a thread goes to sleep: some ten microseconds, longer than most pauses between two commands of a step. */
const LOOKS = 4000
/** Time the first thread waits for a response, in nanoseconds. */
const PATIENCE: i64 = 2_000_000_000

/** Bytes that threads share. */
export function syncBytes(): i32 {
  return offsetof<Sync>()
}

/** The rows of one thread: whole blocks of P, so that no square of a transposition is shared. */
@inline
function blockOf(from: i32, to: i32, thread: i32, threads: i32, P: i32): i32 {
  const blocks = (to - from + P - 1) / P
  return min(to, from + ((blocks * thread) / threads) * P)
}

function share(sync: Sync, thread: i32): void {
  const plan = changetype<Plan>(sync.plan)
  if (sync.phase >= GRADIENTS_32) {
    for (;;) {
      const item = atomic.add<i32>(changetype<usize>(sync) + offsetof<Sync>('next'), 1)
      if (item >= sync.to) return
      switch (sync.phase) {
        case GRADIENTS_32: { gradientOfItem<f32>(plan, thread, item, sync.from); break }
        case GRADIENTS_64: { gradientOfItem<f64>(plan, thread, item, sync.from); break }
        case UPDATES_32: { updateOfItem<f32>(plan, item); break }
        case UPDATES_64: { updateOfItem<f64>(plan, item); break }
        case SUMS_32: { sumItem<f32>(plan, item, sync.from); break }
        case SUMS_64: { sumItem<f64>(plan, item, sync.from); break }
        case SCALES_32: { scaleItem<f32>(plan, item, sync.divisor); break }
        default: scaleItem<f64>(plan, item, sync.divisor)
      }
    }
  }
  const P = sync.phase & 1 ? 8 : 16
  const from = blockOf(sync.from, sync.to, thread, sync.threads, P)
  const to = blockOf(sync.from, sync.to, thread + 1, sync.threads, P)
  if (from >= to) return
  switch (sync.phase) {
    case TRAIN_ROWS_32: { trainRows<f32>(plan, thread, from, to, sync.divisor); break }
    case TRAIN_ROWS_64: { trainRows<f64>(plan, thread, from, to, sync.divisor); break }
    case EVALUATE_ROWS_32: { evaluateRows<f32>(plan, from, to); break }
    default: evaluateRows<f64>(plan, from, to)
  }
}

/**
 * One phase by all threads of a plan, and a barrier. For rows, `from` and `to` are rows; for items, `from` is the number of rows in the
 * batch, and the items are `first` … `to` − 1. False when a thread gave no sign of life for two seconds.
 */
export function inParallel(plan: Plan, phase: i32, from: i32, to: i32, first: i32, divisor: f64): bool {
  const sync = changetype<Sync>(plan.sync)
  const done = plan.sync + offsetof<Sync>('done')
  sync.phase = phase
  sync.plan = changetype<usize>(plan)
  sync.from = from
  sync.to = to
  sync.threads = plan.threads
  sync.divisor = divisor
  atomic.store<i32>(plan.sync + offsetof<Sync>('next'), first)
  if (plan.threads == 1) {
    share(sync, 0)
    return true
  }
  atomic.store<i32>(done, 0)
  atomic.add<i32>(plan.sync, 1)
  atomic.notify(plan.sync, -1)
  share(sync, 0)
  const others = plan.threads - 1
  for (let i = 0; i < LOOKS; i++) if (atomic.load<i32>(done) == others) return true
  for (;;) {
    const seen = atomic.load<i32>(done)
    if (seen == others) return true
    if (!changes(done, seen, PATIENCE)) return false
  }
  return false
}

/** Result of atomic.wait on timeout. */
const TIMED_OUT = 2
const SECOND: i64 = 1_000_000_000

/**
 * Whether the word at an address is no longer `seen`, or becomes so within so many nanoseconds, asleep; -1 waits for ever.
 * The baseline compiler of V8 11 (Node 20) loses the locals of a function with an atomic.wait in it, and a thread would then go to sleep
 * for what it has already. So this is a function of its own, in which nothing is used after the wait; that it calls itself keeps the
 * optimizer from putting it into its callers.
 */
function changes(at: usize, seen: i32, nanoseconds: i64): bool {
  if (nanoseconds > SECOND && changes(at, seen, nanoseconds - SECOND)) return true
  return atomic.wait<i32>(at, seen, min(nanoseconds, SECOND)) != TIMED_OUT
}

/** The life of a thread besides the first: one command after another, until it is told to end. */
export function serve(thread: i32, at: usize): void {
  const sync = changetype<Sync>(at)
  let known = 0
  atomic.add<i32>(at + offsetof<Sync>('serving'), 1)
  for (;;) {
    for (let i = 0; i < LOOKS && atomic.load<i32>(at) == known; i++) {}
    while (atomic.load<i32>(at) == known) changes(at, known, -1)
    known = atomic.load<i32>(at)
    if (sync.phase == END) return
    share(sync, thread)
    atomic.add<i32>(at + offsetof<Sync>('done'), 1)
    atomic.notify(at + offsetof<Sync>('done'), 1)
  }
}

/** The number of threads besides the first that have begun to serve. */
export function threadsServing(at: usize): i32 {
  return atomic.load<i32>(at + offsetof<Sync>('serving'))
}

/** Lets all other threads of a memory go home. */
export function endThreads(at: usize): void {
  changetype<Sync>(at).phase = END
  atomic.add<i32>(at, 1)
  atomic.notify(at, -1)
}
