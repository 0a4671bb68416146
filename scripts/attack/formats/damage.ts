import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#core'
import type { Sample } from './samples'

/** The most processor time of reading one small file, in milliseconds. */
const LIMIT = 2000

/** The counts of the ways in which reading ended. */
export interface Tally {
  tried: number
  refused: number
  /** Read to the same values: what was changed is padding, or a text that is no number. */
  same: number
  /** Read to other values, in a format without a checksum. */
  other: number
  /** Milliseconds of processor time of the longest reading. */
  slowest: number
}

/** Reads damaged files of one format and holds what comes of them against what the whole file is. */
export class Examiner {
  readonly tally: Tally = { tried: 0, refused: 0, same: 0, other: 0, slowest: 0 }
  readonly failures: string[] = []
  private readonly whole: Promise<unknown>

  constructor(private readonly sample: Sample) {
    this.whole = Promise.resolve(sample.read(sample.bytes))
  }

  /** Reads bytes; `how` says how they came about. `isMade` is set for those that are not the file with some damage but another. */
  async examine(bytes: Uint8Array, how: string, isMade = false): Promise<void> {
    const { tally, sample } = this
    const whole = await this.whole
    const before = process.cpuUsage()
    tally.tried++
    try {
      if (isDeepStrictEqual(await sample.read(bytes), whole)) tally.same++
      else if (sample.isChecked && !isMade) this.failures.push(`${sample.name}, ${how}: read to other values`)
      else tally.other++
    } catch (error) {
      if (error instanceof AppError && error.kind !== 'bug') tally.refused++
      else
        this.failures.push(
          `${sample.name}, ${how}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`
        )
    }
    const { user, system } = process.cpuUsage(before)
    const milliseconds = (user + system) / 1000
    tally.slowest = Math.max(tally.slowest, milliseconds)
    if (milliseconds > LIMIT) this.failures.push(`${sample.name}, ${how}: took ${milliseconds.toFixed(0)} ms of processor time`)
  }
}

/** Reads every truncation of a file, or each of so many. */
export async function truncate(examiner: Examiner, { bytes }: Sample, step: number): Promise<void> {
  for (let length = 0; length < bytes.length; length += step) await examiner.examine(bytes.subarray(0, length), `cut to ${length} bytes`)
}

/** Reads a file with each of its bits flipped, or with each of so many. */
export async function flip(examiner: Examiner, { bytes }: Sample, step: number): Promise<void> {
  for (let bit = 0; bit < 8 * bytes.length; bit += step) {
    const flipped = bytes.slice()
    flipped[bit >> 3] ^= 1 << (bit & 7)
    await examiner.examine(flipped, `bit ${bit & 7} of byte ${bit >> 3} flipped`)
  }
}
