import fs from 'node:fs'
import path from 'node:path'
import { bundle } from '../bench/bundle.mjs'
import { root } from '../lib/paths.mjs'
import { runNode } from '../lib/run.mjs'
import { faultyNode } from './faulty-node.mjs'

const FAULTS = ['EIO', 'ENOSPC', 'EMFILE', 'SIGKILL']
/** In short, so many points are attacked, spread over all. */
const SHORT = 8

/** @typedef {{ problem?: unknown, saved?: string, unsaved?: string, found?: string, restored?: boolean, files?: string[], ended?: string }} Line */

/** @type {import('./part.mjs').AttackPart} */
export default {
  name: 'session',
  title: 'the session, where any operation on its files fails or is the last one',
  async run({ short, folder, say }) {
    const program = await bundle('attack/session-child')
    const data = path.join(root, 'data')
    /** @param {string} home */
    const report = (home) => path.join(home, 'report')
    /** @param {'begin' | 'work' | 'look'} mode @param {readonly string[]} homes */
    const args = (mode, ...homes) => [program, mode, data, ...homes.flatMap((home) => [path.join(home, 'session'), report(home)])]

    // The session that is there beforehand, and the places that one is led to from it.
    const before = path.join(folder, 'before')
    const undisturbed = path.join(folder, 'undisturbed')
    fs.mkdirSync(before)
    await runNode(args('begin', before), { output: 'capture' })
    const origin = savedIn(linesOf(report(before))).at(-1) ?? ''
    fs.rmSync(report(before))
    fs.cpSync(before, undisturbed, { recursive: true })
    const { operations } = await faultyNode(args('work', undisturbed), { within: path.join(undisturbed, 'session') })
    const places = savedIn(linesOf(report(undisturbed)))
    if (places.length === 0) return { figures: {}, failures: ['nothing was saved where nothing was attacked'] }

    const points = Array.from({ length: operations ?? 0 }, (_, index) => index + 1)
    const step = short ? Math.ceil(points.length / SHORT) : 1
    const figures = {
      operations: points.length,
      attacks: 0,
      reported: 0,
      'set aside': 0,
      'old session after': 0,
      'slowest after the fault': 0
    }
    /** @type {string[]} */
    const failures = []
    for (const [number, at] of points.filter((point) => point % step === 0).entries()) {
      // In short each point takes one fault, in turn.
      const faults = short ? [FAULTS[number % FAULTS.length]] : FAULTS
      const attacks = await Promise.all(
        faults.map(async (fault) => {
          const home = path.join(folder, `${at} ${fault}`)
          fs.cpSync(before, home, { recursive: true })
          const session = path.join(home, 'session')
          const ended = await faultyNode(args('work', home), { within: session, at, fault })
          return { fault, home, session, ended, worked: fs.existsSync(report(home)) ? linesOf(report(home)) : [] }
        })
      )
      const looked = await runNode(args('look', ...attacks.map(({ home }) => home)), { output: 'capture' })
      for (const { home, ...attack } of attacks) {
        const { fault, ended, worked } = attack
        const complaint = judge({ ...attack, looked: linesOf(report(home)).slice(worked.length), places, origin, figures })
        const where = ended.fault ? `${ended.fault.name} ${ended.fault.path}` : 'not reached'
        if (complaint) failures.push(`${fault} at operation ${at} (${where}): ${complaint} ${looked.stderr.slice(0, 500)}`)
        if (complaint) say(`  ✗ ${failures.at(-1)}`)
        figures.attacks++
        figures['slowest after the fault'] = Math.max(figures['slowest after the fault'], ended.secondsAfter)
        fs.rmSync(home, { recursive: true, force: true })
      }
      if (number % 20 === 0) say(`  operation ${at} of ${points.length}`)
    }
    return { figures: { ...figures, 'slowest after the fault': `${figures['slowest after the fault'].toFixed(1)} s` }, failures }
  }
}

/**
 * Returns what broke, null where all held: what was acknowledged last is found by the next start, or what came after it; a session that could
 * not be read is kept; a fault was reported, unless everything succeeded nevertheless; no temporary file is left.
 * @param {{ fault: string, ended: import('./faulty-node.mjs').Ended, worked: Line[], looked: Line[], places: string[], origin: string,
 *   session: string, figures: Record<string, number> }} attack
 */
function judge({ fault, ended, worked, looked, places, origin, session, figures }) {
  if (!ended.fault) return 'the operation was not reached'
  const isKilled = fault === 'SIGKILL'
  if (isKilled ? ended.signal !== 'SIGKILL' : ended.code !== 0)
    return `it ended with ${ended.code ?? ended.signal}: ${ended.stderr.slice(0, 500)}`
  const problems = worked.filter(({ problem }) => problem && problem !== 'none')
  if (problems.length > 0) figures.reported++
  const found = looked.find((line) => line.found)
  if (!found) return 'the next start did not come up.'
  const temporary = (found.files ?? []).filter((file) => file.endsWith('.tmp'))
  if (temporary.length > 0) return `left ${temporary.join(', ')}.`
  const later = looked.filter(({ problem }) => problem && problem !== 'none')
  if (later.length > 0) return `the next start could not read ${JSON.stringify(later[0])}.`
  const aside = (found.files ?? []).filter((file) => file.startsWith('unreadable-'))
  figures['set aside'] += aside.length
  if (aside.length > 0 && problems.length === 0) return 'a session was set aside without a word.'
  const wasMoved = aside.some((name) => fs.readdirSync(path.join(session, name)).includes('session.safetensors'))
  const acknowledged = savedIn(worked).at(-1) ?? origin
  const place = found.found ?? ''
  if (place === origin && acknowledged === origin && (isKilled || problems.length > 0)) {
    figures['old session after']++
    return null
  }
  // It began afresh beside the session that it could not read.
  if (acknowledged === origin && wasMoved) return null
  if (!found.restored) return `nothing was restored though ${acknowledged} was saved.`
  if (acknowledged !== origin && places.indexOf(place) < places.indexOf(acknowledged))
    return `${acknowledged} was saved, but ${place} was found.`
  if (!isKilled && problems.length === 0 && place !== places.at(-1)) return `nothing was reported, but ${place} was found.`
  return null
}

/** The places that were acknowledged, in their order. @param {readonly Line[]} lines */
function savedIn(lines) {
  return lines.flatMap(({ saved }) => saved ?? [])
}

/** @param {string} file @returns {Line[]} */
function linesOf(file) {
  const text = fs.readFileSync(file, 'utf8').trim()
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line))
}
