import fs from 'node:fs'
import path from 'node:path'
import { buildPackage } from '../lib/build-package.mjs'
import { sandboxArguments } from '../lib/display.mjs'
import { mayObserve, missingObservers } from '../lib/observers.mjs'
import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { Stop } from '../lib/say.mjs'
import { withDisplay } from '../lib/xvfb.mjs'

/** The time that one start is watched, in seconds: long enough for a window to come up under strace and for what comes after it. */
const WATCHED = 20
const STARTS = { whole: 10, short: 1 }

/**
 * @typedef {{ endedWith: number | null, local: number, calls: string[], heard: string[] }} Watched what a program asked of the network:
 *   its exit code where it ended before it was ended, how many calls stayed on the machine, those that did not, and what a listener heard
 */

/** @type {import('./part.mjs').AttackPart} */
export default {
  name: 'network',
  title: 'the package under strace, where every address leads to a listener',
  async run({ short, folder, say }) {
    if (!mayObserve) throw new Stop('Watching the network takes Linux and root.')
    const missing = await missingObservers()
    if (missing.length > 0) throw new Stop(`Install what watches the network: ${missing.map(({ debian }) => debian).join(', ')}.`)
    const program = path.join(await buildPackage(), 'backprop-lab')
    const starts = short ? STARTS.short : STARTS.whole
    /** @type {string[]} */
    const failures = []
    let local = 0
    await withDisplay(async (env) => {
      for (const profile of ['fresh', 'old']) {
        for (let start = 1; start <= starts; start++) {
          // The old profile is the last of the fresh ones.
          const userData = path.join(folder, `profile-${profile === 'fresh' ? start : starts}`)
          const result = await networkCalls(program, [...sandboxArguments(), `--user-data-dir=${userData}`], { env, folder })
          local += result.local
          failures.push(...complaints(result).map((complaint) => `start ${start} on a profile that is ${profile}: ${complaint}`))
          say(`  ${profile} profile, start ${start} of ${starts}`)
        }
      }
    })
    return {
      figures: { starts: 2 * starts, 'seconds each': WATCHED, 'calls to the network': failures.length, 'calls on the machine': local },
      failures
    }
  }
}

/**
 * Watches a program's calls to the network from its start on, in a namespace where every address leads to a listener.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, folder: string, seconds?: number }} options
 * @returns {Promise<Watched>}
 */
export async function networkCalls(program, args, { env = process.env, folder, seconds = WATCHED }) {
  const trace = path.join(folder, 'strace.txt')
  const task = JSON.stringify({ command: program, args, seconds, trace })
  const isolated = path.join(root, 'scripts', 'attack', 'isolated.mjs')
  const { code, stdout, stderr } = await run('unshare', ['--net', process.execPath, isolated, task], { env, output: 'capture' })
  if (code !== 0) throw new Stop(`The program could not be watched: ${stderr.trim()}`)
  fs.rmSync(trace)
  return JSON.parse(stdout)
}

/**
 * Names what must not be: any call to the network, and a program that ended by itself or was never seen to call anything.
 * @param {Watched} watched
 */
export function complaints({ endedWith, local, calls, heard }) {
  return [
    ...(endedWith === null ? [] : [`it ended by itself with code ${endedWith}`]),
    ...(local > 0 ? [] : ['no call was seen at all']),
    ...calls.map((call) => `it called ${call}`),
    ...heard.map((connection) => `the listener heard ${connection}`)
  ]
}
