import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { adopt } from '../lib/run.mjs'

/**
 * The way to start a contender, with as many threads as its row says. Several ways of one row (`variant`) are all measured and the
 * better counts.
 * @typedef {{ contender: string, threads: number, command: string, args: readonly string[], env: NodeJS.ProcessEnv, variant?: string }} Start
 *
 * @typedef {{ microsecondsPerStep: number, steps: number }} Timing
 */

/** The longest that a contender may take to start, and to answer beyond the seconds it was asked to run, in milliseconds. */
const START_LIMIT = 60_000
const ANSWER_LIMIT = 60_000

/** A contender's process, spoken to in lines of JSON; what it says otherwise is passed over. */
export class Child {
  /** @param {Start} start */
  constructor(start) {
    this.start = start
    this.about = ''
    this.threads = start.threads
    /** @type {Record<string, number>} */
    this.figures = {}
    this.process = adopt(spawn(start.command, start.args, { env: start.env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true }))
    this.complaints = ''
    /** @type {((answer: Record<string, any>) => void) | null} */
    this.waiting = null
    createInterface({ input: this.process.stdout }).on('line', (line) => this.receive(line))
    this.process.stderr.setEncoding('utf8').on('data', (text) => (this.complaints = `${this.complaints}${text}`.slice(-4000)))
    this.process.stdin.on('error', () => undefined)
    this.process.on('error', (error) => this.settle({ absent: error.message }))
    this.process.on('close', (code) => this.settle({ absent: this.lastComplaint() ?? `it ended with code ${code}` }))
  }

  /** Waits until it is ready; answers why not when it cannot be. @returns {Promise<string | null>} */
  async ready() {
    const answer = await this.next(START_LIMIT)
    if (!answer.ready) return answer.absent ?? 'it said something else than that it is ready'
    this.about = answer.about
    this.threads = answer.threads
    this.figures = answer.figures
    return null
  }

  /**
   * Times a workload. Throws, saying why it could not.
   * @param {import('../../bench/workloads.mjs').Workload} workload
   * @param {number} seconds
   * @returns {Promise<Timing>}
   */
  async time(workload, seconds) {
    this.process.stdin.write(`${JSON.stringify({ workload, seconds })}\n`)
    const answer = await this.next(seconds * 1000 + ANSWER_LIMIT)
    if (typeof answer.microsecondsPerStep !== 'number') throw new Error(answer.failed ?? answer.absent ?? 'no answer')
    return /** @type {Timing} */ (answer)
  }

  end() {
    this.process.stdin.end()
    this.process.kill()
  }

  /** @param {number} limit @returns {Promise<Record<string, any>>} */
  next(limit) {
    if (this.process.exitCode !== null) return Promise.resolve({ absent: this.lastComplaint() ?? 'it has ended' })
    return new Promise((resolve) => {
      const late = setTimeout(() => this.settle({ absent: `it did not answer within ${limit / 1000} s` }), limit)
      this.waiting = (answer) => {
        clearTimeout(late)
        resolve(answer)
      }
    })
  }

  /** @param {string} line */
  receive(line) {
    if (!line.startsWith('{')) return
    try {
      this.settle(JSON.parse(line))
    } catch {
      this.complaints += `${line}\n`
    }
  }

  /** @param {Record<string, any>} answer */
  settle(answer) {
    const { waiting } = this
    this.waiting = null
    waiting?.(answer)
  }

  /** The last line of its standard error that names an error. */
  lastComplaint() {
    return this.complaints
      .split('\n')
      .reverse()
      .find((line) => /error|cannot|not /i.test(line))
      ?.trim()
  }
}
