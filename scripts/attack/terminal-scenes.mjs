import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../lib/paths.mjs'
import { adopt } from '../lib/run.mjs'
import { faultyNode } from './faulty-node.mjs'

/** The name of each file below a folder, and the digest of what is in it. @typedef {ReadonlyMap<string, string>} Snapshot */

/**
 * A command at work in a folder that has a table, an earlier run and earlier predictions.
 * @typedef {object} Scene
 * @property {string} name
 * @property {string} template the folder as it is before
 * @property {readonly string[]} args
 * @property {readonly string[]} again the command that is started next
 * @property {Snapshot} before
 * @property {Snapshot} after
 * @property {readonly Snapshot[]} between whole states on the way
 * @property {number} operations file operations, when nothing fails
 * @property {number} seconds that it takes then
 * @property {number} peak memory then, in bytes
 */

const program = path.join(root, 'bin', 'backprop-lab.js')
/** Small and without kernels to compile, since it is trained thousands of times. */
const small = ['train', '--data', 't.csv', '--target', 'species', '--hidden', '2', '--engine', 'plain', '--out', 'run']
const train = [...small, '--epochs', '3', '--seed', '2']
const folds = [...small, '--epochs', '2', '--check', 'none']
const resume = ['train', '--resume', 'run', '--data', 't.csv', '--epochs', '5', '--engine', 'plain']
const predict = ['predict', '--model', 'run', '--data', 't.csv', '--out', 'p.csv']

/** The commands of each scene: those before it, its own, and those that lead to states between. */
const scripts = {
  train: { before: [[...small, '--epochs', '3', '--seed', '1'], predict], args: train, between: [[...train, '--check', 'none']] },
  predict: {
    before: [train, ['predict', '--model', 'run', '--data', 'iris', '--rows', '9', '--out', 'p.csv']],
    args: predict,
    between: []
  },
  resume: {
    before: [train],
    args: resume,
    between: [[...resume, '--check', 'none']]
  },
  folds: { before: [[...folds, '--folds', '3', '--seed', '3']], args: [...folds, '--folds', '2'], between: [] }
}

/**
 * Runs the command line in a folder, whose home folder lies in it.
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {Partial<import('./faults.mjs').Plan>} [plan]
 */
export function terminal(folder, args, plan = {}) {
  const home = path.join(folder, 'home')
  const env = { PATH: process.env.PATH, LANG: 'en_US.UTF-8', HOME: home, USERPROFILE: home, TMPDIR: home, TEMP: home }
  return faultyNode([program, ...args], { within: folder, ...plan }, { env, cwd: folder })
}

/**
 * Makes every scene by running it undisturbed.
 * @param {string} folder
 * @returns {Promise<Scene[]>}
 */
export async function makeScenes(folder) {
  /** @type {Scene[]} */
  const scenes = []
  for (const [name, { before, args, between }] of Object.entries(scripts)) {
    const template = path.join(folder, name)
    fs.mkdirSync(path.join(template, 'home'), { recursive: true })
    fs.copyFileSync(path.join(root, 'data', 'iris.csv'), path.join(template, 't.csv'))
    for (const one of before) await mustRun(template, one)
    /** @param {readonly string[]} line */
    const follow = async (line) => {
      const work = `${template}-done`
      fs.cpSync(template, work, { recursive: true })
      const ended = await mustRun(work, line)
      const state = snapshot(work)
      fs.rmSync(work, { recursive: true })
      return { ended, state }
    }
    const { ended, state: after } = await follow(args)
    const states = []
    for (const line of between) states.push((await follow(line)).state)
    scenes.push({
      name,
      template,
      args,
      again: name === 'resume' ? train : args,
      before: snapshot(template),
      after,
      between: name === 'folds' ? foldsOf(after) : states,
      operations: ended.operations ?? 0,
      seconds: ended.secondsAfter,
      peak: ended.peak ?? 0
    })
  }
  return scenes
}

/** @param {string} folder @param {readonly string[]} args */
async function mustRun(folder, args) {
  const ended = await terminal(folder, args)
  if (ended.code !== 0) throw new Error(`${args.join(' ')} ended with ${ended.code}: ${ended.stderr}`)
  return ended
}

/**
 * The states on the way of a cross-validation: with the first of its folds alone, and with all but the figures of the whole.
 * @param {Snapshot} after
 */
function foldsOf(after) {
  /** @param {RegExp} folds */
  const withOnly = (folds) => new Map([...after].filter(([name]) => !name.startsWith('run') || folds.test(name)))
  return [withOnly(/^run.fold-1/), withOnly(/^run.fold-/)]
}

/**
 * The files below a folder but for the home folder and for what begins with a dot. The time that a run took is not compared.
 * @param {string} folder
 * @returns {Snapshot}
 */
export function snapshot(folder) {
  const names = fs.readdirSync(folder, { recursive: true }).map(String)
  const files = names.filter((name) => !/(?:^|[\\/])\.|^home(?:[\\/]|$)/.test(name) && fs.statSync(path.join(folder, name)).isFile())
  return new Map(files.sort().map((name) => [name, digest(fs.readFileSync(path.join(folder, name), 'utf8'))]))
}

/** @param {string} text */
function digest(text) {
  return createHash('sha256')
    .update(text.replace(/"seconds": [^,]*/, ''))
    .digest('hex')
}

/** @param {Snapshot} one @param {Snapshot} other */
export function areSame(one, other) {
  return one.size === other.size && [...one].every(([name, content]) => other.get(name) === content)
}

/** The names below a folder that are no results. @param {string} folder */
export function leftovers(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => path.basename(name).startsWith('.'))
}

/** Lets what a process left be two hours old. @param {string} folder */
export function age(folder) {
  const then = new Date(Date.now() - 7_200_000)
  for (const name of leftovers(folder)) fs.utimesSync(path.join(folder, name), then, then)
}

/**
 * The files of a scene's folder; where folds were stopped, without the figures of the whole, which are those of the folds so far.
 * @param {string} work
 * @param {Scene} scene
 * @param {string} fault
 */
export function stateIn(work, { name, before, after }, fault) {
  const state = snapshot(work)
  const isStopped = name === 'folds' && fault.startsWith('SIG') && !areSame(state, before) && !areSame(state, after)
  return isStopped ? new Map([...state].filter(([file]) => !/^run.(?:folds|predictions|summary)\.\w+$/.test(file))) : state
}

/**
 * Starts the command line as a person does.
 * @param {string} work
 * @param {readonly string[]} args
 */
export function start(work, args) {
  const env = { PATH: process.env.PATH, LANG: 'en_US.UTF-8', HOME: path.join(work, 'home') }
  const child = adopt(spawn(process.execPath, [program, ...args], { cwd: work, env, stdio: ['ignore', 'ignore', 'pipe'] }))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  /** @type {Promise<{ code: number | null, signal: string | null, stderr: string }>} */
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stderr })))
  return { process: child, ended }
}
