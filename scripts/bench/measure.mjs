/** @typedef {import('./child.mjs').Child} Child */

/**
 * One figure of the benchmark, in the form of `--json`.
 * @typedef {{ workload: string, contender: string, threads: number, microsecondsPerStep: number, samplesPerSecond: number }} Measurement
 */

/** The time that each contender runs at a time, and at first without being counted, in seconds, and the number of times. */
const SLICE = 0.12
export const ROUNDS = 9
const WARM_UP = 0.3

/**
 * Measures by turns: in every round each contender has one short slice, so that whatever slows the machine down meets all of them.
 * A contender's figure is the median of its rounds, and of several variants of one row the best of their medians.
 * @param {readonly Pick<Child, 'start' | 'threads' | 'time'>[]} children
 * @param {readonly import('../../bench/workloads.mjs').Workload[]} workloads
 * @param {(sentence: string) => void} warn
 * @returns {Promise<Measurement[]>}
 */
export async function measure(children, workloads, warn) {
  /** @type {Measurement[]} */
  const measurements = []
  for (const workload of workloads) {
    const { name, batch } = workload
    for (const [child, times] of await timesOf(children, workload, warn)) {
      const { contender } = child.start
      const { threads } = child
      const microsecondsPerStep = median(times)
      const samplesPerSecond = (batch / microsecondsPerStep) * 1e6
      const same = measurements.findIndex((one) => one.workload === name && one.contender === contender && one.threads === threads)
      const measurement = { workload: name, contender, threads, microsecondsPerStep, samplesPerSecond }
      if (same < 0) measurements.push(measurement)
      else if (microsecondsPerStep < measurements[same].microsecondsPerStep) measurements[same] = measurement
    }
  }
  return measurements
}

/**
 * @param {readonly Pick<Child, 'start' | 'threads' | 'time'>[]} children
 * @param {import('../../bench/workloads.mjs').Workload} workload
 * @param {(sentence: string) => void} warn
 */
async function timesOf(children, workload, warn) {
  /** @type {Map<Pick<Child, 'start' | 'threads' | 'time'>, number[]>} */
  const times = new Map(children.map((child) => [child, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [child, own] of times) {
      try {
        const { microsecondsPerStep } = await child.time(workload, round === 0 ? WARM_UP : SLICE)
        if (round > 0) own.push(microsecondsPerStep)
      } catch (error) {
        times.delete(child)
        warn(`${child.start.contender} is left out of ${workload.name}: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  return times
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
