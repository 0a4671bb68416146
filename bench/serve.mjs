import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'

/**
 * A contender, as the driver sees it: a child process that answers one JSON line with another. It first says who it is,
 * `{ ready: true, about, threads }`, or why it is not there, `{ absent }`; then `{ workload, seconds }` is answered with
 * `{ microsecondsPerStep, steps }`, or with `{ failed }`. `workload` is one of workloads.mjs, whole.
 *
 * @typedef {object} Subject one workload in one contender
 * @property {(limit: number) => number} run takes at most so many steps, and answers how many it took
 * @property {() => void} [between] what belongs to training but not to a step; not timed
 *
 * @typedef {object} Contender
 * @property {string} about version and what else decides its speed
 * @property {number} [threads] as many as it uses; 1 unless given
 * @property {Record<string, number>} [figures] other things it measured
 * @property {(workload: import('./workloads.mjs').Workload) => Subject} create
 *
 * @typedef {{ listen(receive: (text: string) => void): void, send(text: string): void }} Channel
 */

/** As many steps are timed together as take about this long, in milliseconds: reading the clock must cost nothing. */
const BLOCK = 5

/** @type {Channel} */
const standardStreams = {
  listen: (receive) =>
    void createInterface({ input: process.stdin })
      .on('line', receive)
      .on('close', () => process.exit(0)),
  send: (text) => void process.stdout.write(`${text}\n`)
}

/**
 * Makes a contender and answers for it until the driver closes the channel.
 * @param {() => Contender | Promise<Contender>} make throws when the contender cannot be here
 * @param {Channel} [channel] stdin and stdout unless given
 */
export async function serve(make, channel = standardStreams) {
  /** @param {object} message */
  const send = (message) => channel.send(JSON.stringify(message))
  try {
    const { about, threads = 1, figures = {}, create } = await make()
    /** @type {Map<string, Subject>} */
    const subjects = new Map()
    channel.listen((text) => {
      try {
        const { workload, seconds } = JSON.parse(text)
        const subject = subjects.get(workload.name) ?? create(workload)
        subjects.set(workload.name, subject)
        send(timed(subject, seconds))
      } catch (error) {
        send({ failed: reason(error) })
      }
    })
    send({ ready: true, about, threads, figures })
  } catch (error) {
    send({ absent: reason(error) })
    channel.listen(() => undefined)
  }
}

/**
 * Steps for so many seconds, at least one.
 * @param {Subject} subject
 * @param {number} seconds
 */
export function timed({ run, between }, seconds, now = () => performance.now()) {
  let steps = 0
  let spent = 0
  let limit = 1
  while (spent < seconds * 1000) {
    between?.()
    const start = now()
    steps += run(limit)
    const took = now() - start
    spent += took
    if (took < BLOCK) limit *= 2
  }
  return { microsecondsPerStep: (spent * 1000) / steps, steps }
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message.split('\n')[0] : String(error)
}
