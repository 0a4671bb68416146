import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildCli } from '../lib/build.mjs'
import { run } from '../lib/run.mjs'
import { age, areSame, leftovers, makeScenes, snapshot, start, stateIn, terminal } from './terminal-scenes.mjs'

/** @typedef {import('./terminal-scenes.mjs').Scene} Scene */
/** @typedef {import('./faulty-node.mjs').Ended} Ended */

const faults = ['EIO', 'ENOSPC', 'EMFILE', 'SIGKILL']
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
/** The codes of cli.md that a fault of the disk may lead to, and a signal. */
const codes = { done: 0, usage: 2, data: 3, elsewhere: 6, interrupted: 130 }
/** An answer comes after so many seconds at the most, beyond three times what the whole command takes undisturbed. */
const ANSWER = 2
/** At each so-many-th operation a signal arrives too, and at the one after it the disk is full from then on. */
const RARER = 4
const MEMORY = 400 * 1024 * 1024
const SAMPLE = { operations: 2, signals: 4, writers: 1 }
const WHOLE = { operations: Infinity, signals: 200, writers: 20 }

/** @type {import('./part.mjs').AttackPart} */
export default {
  name: 'terminal',
  title: 'the command line, at each of its file operations and under signals',
  async run({ short, seed, folder, say }) {
    await buildCli()
    const amount = short ? SAMPLE : WHOLE
    const random = randomFrom(seed)
    const attack = new Attack(folder)
    const scenes = await makeScenes(folder)
    const [train] = scenes
    /** @type {(() => Promise<void>)[]} */
    const attacks = []
    for (const scene of scenes) {
      say(`  ${scene.name}: ${scene.operations} file operations`)
      const each = Array.from({ length: scene.operations }, (_, k) => k + 1)
      const chosen = amount.operations < each.length ? Array.from({ length: amount.operations }, () => pick(each, random)) : each
      for (const at of chosen) {
        for (const fault of short ? [pick(faults, random)] : faults) attacks.push(() => attack.atOperation(scene, at, { fault }))
        if (at % RARER === 0) attacks.push(() => attack.atOperation(scene, at, { fault: pick([...signals], random) }))
        if (at % RARER === 1) attacks.push(() => attack.atOperation(scene, at, { fault: 'ENOSPC', lasting: true }))
      }
    }
    for (let n = 0; n < amount.signals; n++) {
      const [signal, delay] = [pick([...signals], random), random() * 1000 * train.seconds]
      attacks.push(() => attack.withSignal(train, signal, delay))
    }
    for (let n = 0; n < amount.writers; n++) {
      const delay = random() * 1000 * train.seconds
      attacks.push(() => attack.withTwoWriters(train, delay))
    }
    say(`  ${attacks.length} attacks`)
    await Promise.all(Array.from({ length: os.availableParallelism() }, () => inTurn(attacks)))
    await attack.onFullDisk(train)
    return { figures: attack.figures, failures: attack.failures }
  }
}

/** Attacks scenes, each in a copy of its folder, and counts. */
class Attack {
  /** @type {string[]} */
  failures = []
  figures = {
    'faults injected': 0,
    'kept the old state': 0,
    'reached the new state': 0,
    'saved elsewhere': 0,
    signals: 0,
    'pairs of writers': 0,
    'full disks': 0,
    'slowest answer, s': 0,
    'most memory, MB': 0
  }
  #count = 0

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder
  }

  /**
   * Gives a copy of a scene's folder, and removes it afterwards.
   * @param {Scene} scene
   * @param {(work: string) => Promise<readonly string[]>} attack returns what broke
   * @param {string} what
   */
  async #inCopy({ template }, attack, what) {
    const work = path.join(this.folder, `work-${++this.#count}`)
    fs.cpSync(template, work, { recursive: true })
    const broken = await attack(work)
    this.failures.push(...broken.map((one) => `${what}: ${one}`))
    fs.rmSync(work, { recursive: true, force: true, maxRetries: 3 })
  }

  /**
   * @param {Scene} scene
   * @param {number} at
   * @param {{ fault: string, lasting?: boolean }} plan
   */
  async atOperation(scene, at, plan) {
    await this.#inCopy(
      scene,
      async (work) => {
        const ended = await terminal(work, scene.args, { at, ...plan })
        if (!ended.fault) return []
        this.figures['faults injected']++
        const broken = [...this.#endBroken(scene, ended, plan.fault), ...(await this.#stateBroken(scene, work, ended, plan.fault))]
        return broken.map((one) => `${one} (${ended.fault?.name} ${ended.fault?.path})`)
      },
      `${scene.name}, operation ${at}, ${plan.fault}${plan.lasting ? ' from then on' : ''}`
    )
  }

  /**
   * Judges the end of a process: its code, its words, its time and its memory.
   * @param {Scene} scene
   * @param {Ended} ended
   * @param {string} fault
   */
  #endBroken({ seconds }, { code, signal, stderr, secondsAfter, peak }, fault) {
    const broken = []
    const isKilled = fault === 'SIGKILL'
    if (isKilled ? signal !== 'SIGKILL' : !Object.values(codes).some((one) => one === code))
      broken.push(`ended with ${code ?? signal}: ${stderr}`)
    if (!isKilled && code !== 0 && stderr.trim() === '') broken.push(`says nothing with ${code}`)
    if (/\n {4}at |please report/i.test(stderr)) broken.push(`calls it a bug: ${stderr}`)
    if (secondsAfter > ANSWER + 3 * seconds) broken.push(`answered after ${secondsAfter.toFixed(1)} s`)
    if (peak !== null && peak > MEMORY) broken.push(`took ${peak} bytes`)
    const { figures } = this
    figures['slowest answer, s'] = Math.max(figures['slowest answer, s'], secondsAfter)
    figures['most memory, MB'] = Math.max(figures['most memory, MB'], Math.round((peak ?? 0) / 1024 ** 2))
    return broken
  }

  /**
   * Judges the files: after the next start the old state or the new one is whole, as the code says, and nothing else is left.
   * @param {Scene} scene
   * @param {string} work
   * @param {Ended} ended
   * @param {string} fault
   */
  async #stateBroken(scene, work, { code, stderr }, fault) {
    const broken = []
    const left = leftovers(work)
    // All of the new state is on the disk: it is left to the next start to bring it into place.
    const isLeft = left.some((name) => path.basename(name) === '.backprop-lab.new')
    if (isLeft) {
      const settled = await terminal(work, ['predict', '--model', 'run', '--data', 't.csv', '--out', path.join('home', 'next.csv')])
      if (settled.code !== (scene.name === 'folds' ? codes.usage : codes.done))
        broken.push(`the next start ended with ${settled.code}: ${settled.stderr}`)
    }
    const state = stateIn(work, scene, fault)
    const isOld = areSame(state, scene.before)
    // A check that could not be saved is said; the training is.
    const mayStop = code !== codes.done || stderr.includes('could not be checked')
    const isNew = areSame(state, scene.after) || (mayStop && scene.between.some((one) => areSame(state, one)))
    if (!isOld && !isNew) broken.push(`is neither old nor new: ${[...state.keys()].join(' ')}`)
    if (code === codes.done && !isNew) broken.push('ended with 0, but is not new')
    if ((code === codes.usage || code === codes.data) && !isOld && !isLeft) broken.push(`ended with ${code}, but is not old`)
    // Folds that are there already need no other place.
    if (code === codes.elsewhere && !isNew) broken.push(...this.#elsewhereBroken(scene, stderr))
    if (isOld) this.figures['kept the old state']++
    else this.figures['reached the new state']++
    if (left.length === 0) return broken
    age(work)
    const next = await terminal(work, scene.again)
    if (next.code !== codes.done) broken.push(`the next start after it left ${left.join(' ')} ended with ${next.code}: ${next.stderr}`)
    const still = leftovers(work)
    if (still.length > 0) broken.push(`the next start left ${still.join(' ')}`)
    return broken
  }

  /**
   * Judges the results that are at the place which stderr names.
   * @param {Scene} scene
   * @param {string} stderr
   */
  #elsewhereBroken({ after, between }, stderr) {
    const [place] = /(?<=results are in ).+?backprop-lab-results[\\/]run-\w+/.exec(stderr) ?? []
    if (!place || !fs.existsSync(place)) return [`ended with 6, but names no place: ${stderr}`]
    this.figures['saved elsewhere']++
    const found = snapshot(place)
    const runOf = (/** @type {import('./terminal-scenes.mjs').Snapshot} */ state) =>
      new Map([...state].filter(([name]) => name.startsWith(`run${path.sep}`)).map(([name, content]) => [name.slice(4), content]))
    return [after, ...between].some((state) => areSame(found, runOf(state))) ? [] : [`holds elsewhere ${[...found.keys()].join(' ')}`]
  }

  /**
   * @param {Scene} scene
   * @param {typeof signals[number]} signal
   * @param {number} delay in milliseconds
   */
  async withSignal(scene, signal, delay) {
    await this.#inCopy(
      scene,
      async (work) => {
        const child = start(work, scene.args)
        setTimeout(() => child.process.kill(signal), delay)
        const { code, signal: endedBy, stderr } = await child.ended
        this.figures.signals++
        const broken = []
        // Before its first line Node itself is ended, and nothing is written.
        if (endedBy === null && code !== codes.interrupted && code !== codes.done) broken.push(`ended with ${code}: ${stderr}`)
        if (endedBy !== null && !areSame(snapshot(work), scene.before)) broken.push(`ended by ${endedBy}, but is not old`)
        if (leftovers(work).length > 0) broken.push(`left ${leftovers(work).join(' ')}`)
        const next = await terminal(work, ['predict', '--model', 'run', '--data', 't.csv', '--out', path.join('home', 'next.csv')])
        if (next.code !== codes.done || /summary\.json/.test(next.stderr)) broken.push(`predict ended with ${next.code}: ${next.stderr}`)
        return broken
      },
      `${signal} after ${delay.toFixed(0)} ms`
    )
  }

  /**
   * Lets two processes train into one folder, the second one a moment later.
   * @param {Scene} scene
   * @param {number} delay in milliseconds
   */
  async withTwoWriters(scene, delay) {
    await this.#inCopy(
      scene,
      async (work) => {
        const other = scene.args.map((arg, index) => (scene.args[index - 1] === '--seed' ? '1' : arg))
        const first = start(work, scene.args)
        await new Promise((resolve) => setTimeout(resolve, delay))
        const second = start(work, other)
        const ended = await Promise.all([first.ended, second.ended])
        this.figures['pairs of writers']++
        const broken = ended
          .filter(({ code, stderr }) => code !== codes.done && !(code === codes.usage && stderr.includes('another program')))
          .map(({ code, stderr }) => `one ended with ${code}: ${stderr}`)
        if (ended.every(({ code }) => code !== codes.done)) broken.push('both were refused')
        // The other's run is the one that was there before: it has the same seed and settings.
        const state = snapshot(work)
        if (!areSame(state, scene.after) && !areSame(state, scene.before)) broken.push('the folder is neither the one’s nor the other’s')
        if (leftovers(work).length > 0) broken.push(`left ${leftovers(work).join(' ')}`)
        return broken
      },
      `two writers ${delay.toFixed(0)} ms apart`
    )
  }

  /**
   * Trains into a folder on a disk with little room, where such a one can be made.
   * @param {Scene} scene
   */
  async onFullDisk(scene) {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return
    await this.#inCopy(
      scene,
      async (work) => {
        const out = path.join(work, 'run')
        const kept = path.join(work, 'home', 'kept')
        fs.cpSync(out, kept, { recursive: true })
        const room = fs.readdirSync(out).reduce((sum, name) => sum + Math.ceil(fs.statSync(path.join(out, name)).size / 4096) * 4, 16)
        const mounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${room}k`, 'none', out], { output: 'capture' })
        if (mounted.code !== 0) return []
        try {
          fs.cpSync(kept, out, { recursive: true })
          const ended = await terminal(work, scene.args)
          this.figures['full disks']++
          const broken =
            ended.code === codes.elsewhere ? this.#elsewhereBroken(scene, ended.stderr) : [`ended with ${ended.code}: ${ended.stderr}`]
          if (!areSame(snapshot(work), scene.before)) broken.push('is not old')
          return broken
        } finally {
          await run('umount', [out], { output: 'capture' })
        }
      },
      'a full disk'
    )
  }
}

/** Does all that is left, one after the other. @param {(() => Promise<void>)[]} left */
async function inTurn(left) {
  for (let next = left.shift(); next; next = left.shift()) await next()
}

/** Numbers in [0, 1) that a seed determines (mulberry32). @param {number} seed */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @template T @param {readonly T[]} items @param {() => number} random @returns {T} */
function pick(items, random) {
  return items[Math.floor(random() * items.length)]
}
