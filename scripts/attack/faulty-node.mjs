import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { adopt } from '../lib/run.mjs'

/**
 * @typedef {object} Ended
 * @property {number | null} code
 * @property {string | null} signal
 * @property {string} stdout
 * @property {string} stderr
 * @property {number | null} operations counted file operations; null where the process was killed
 * @property {{ operation: number, name: string, path: string } | null} fault the operation that was attacked, if it was reached
 * @property {number | null} peak largest resident memory, in bytes; null where the process was killed
 * @property {number} secondsAfter from the fault, or the start where there was none, to the end
 */

const preload = new URL('faults.mjs', import.meta.url).href

/**
 * Runs a program with Node and faults.mjs to its end.
 * @param {readonly string[]} args the program and its arguments
 * @param {Omit<import('./faults.mjs').Plan, 'log'>} plan
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, input?: string }} [options] by default our own environment and folder, and no input
 * @returns {Promise<Ended>}
 */
export async function faultyNode(args, plan, { env = process.env, cwd, input = '' } = {}) {
  const home = fs.mkdtempSync(path.join(tmpdir(), 'faults-'))
  const log = path.join(home, 'log')
  try {
    const child = adopt(
      spawn(process.execPath, ['--import', preload, ...args], {
        env: { ...env, BACKPROP_LAB_FAULTS: JSON.stringify({ ...plan, log }) },
        cwd
      })
    )
    const started = Date.now()
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.stdin.on('error', () => undefined).end(input)
    /** @type {{ code: number | null, signal: string | null }} */
    const ended = await new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })))
    const now = Date.now()
    const lines = fs.existsSync(log)
      ? fs
          .readFileSync(log, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : []
    const { time, ...fault } = lines.find((line) => 'operation' in line) ?? {}
    const { operations = null, peak = null } = lines.find((line) => 'operations' in line) ?? {}
    return { ...ended, stdout, stderr, operations, peak, fault: time ? fault : null, secondsAfter: (now - (time ?? started)) / 1000 }
  } finally {
    fs.rmSync(home, { recursive: true, force: true })
  }
}
