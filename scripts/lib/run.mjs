import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** @typedef {{ code: number, stdout: string, stderr: string }} Result */

/** Children still alive; ended with us, so that an interrupted script leaves no process behind. */
const children = new Set()

process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM')
})
for (const [signal, number] of /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1]
])) {
  process.on(signal, () => {
    // Scripts that pass signals on (scripts/cli.mjs) have a listener of their own and decide themselves when to end.
    if (process.listenerCount(signal) === 1) process.exit(128 + number)
  })
}

/**
 * Keeps a process from outliving this script.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function adopt(child) {
  children.add(child)
  child.once('close', () => children.delete(child))
  return child
}

/**
 * Runs a program to its end. Never through a shell: arguments arrive as they are, spaces and all.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, output?: 'show' | 'capture' }} [options] `show` (default): our own stdin, stdout and stderr
 * @returns {Promise<Result>} code 128 + n when a signal ended it, 127 when it could not be started
 */
export function run(command, args, { env = process.env, cwd = root, output = 'show' } = {}) {
  return new Promise((resolve) => {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = adopt(spawn(command, args, { cwd, env, stdio, windowsHide: output === 'capture' }))
    const result = { code: 127, stdout: '', stderr: '' }
    child.stdout?.setEncoding('utf8').on('data', (text) => (result.stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (result.stderr += text))
    child.on('error', (error) => resolve({ ...result, code: 127, stderr: error.message }))
    child.on('close', (code, signal) => resolve({ ...result, code: code ?? (signal ? 128 + signalNumber(signal) : 1) }))
  })
}

/**
 * Runs a JavaScript tool with the Node that runs us.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options)
}

/**
 * Whether a program answers at all on this machine.
 * @param {string} command
 * @param {readonly string[]} args
 */
export async function answers(command, args = ['--version']) {
  return (await run(command, args, { output: 'capture' })).code === 0
}

/** @param {NodeJS.Signals} signal */
function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }[/** @type {string} */ (signal)] ?? 0
}
