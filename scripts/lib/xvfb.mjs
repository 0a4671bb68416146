import { spawn } from 'node:child_process'
import { hasDisplay } from './display.mjs'
import { adopt } from './run.mjs'
import { Stop } from './say.mjs'

/** Room for the largest window a test or a screenshot opens (1920 × 1080) with its frame. */
const SCREEN = '2048x1200x24'

/** Xvfb answers within a fraction of a second; a machine that needs longer is not going to answer. */
const START_LIMIT_MS = 20_000

/**
 * Gives `use` an environment with a display: the machine's own, or virtual ones that end with `use`, the first of which is the one to use
 * where one is enough.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} use
 * @param {number} [count] how many virtual displays, for programs that run side by side; `TEST_DISPLAYS` names them all
 * @returns {Promise<T>}
 */
export async function withDisplay(use, count = 1) {
  if (hasDisplay()) return use(process.env)
  const started = await Promise.all(Array.from({ length: count }, startXvfb))
  const names = started.map(({ display }) => display)
  try {
    return await use({ ...process.env, DISPLAY: names[0], TEST_DISPLAYS: names.join(' ') })
  } finally {
    for (const { stop } of started) stop()
  }
}

/** Starts Xvfb on a display number it finds free itself (`-displayfd`), so that two runs never collide. */
async function startXvfb() {
  const child = adopt(
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  )
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => (complaints += text))
  /** @type {string} */
  const number = await new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('it did not answer'), START_LIMIT_MS)
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(late)
      child.kill('SIGKILL')
      reject(new Stop(`The virtual display (Xvfb) could not be started: ${complaints.trim().split('\n')[0] || why}.`))
    }
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => fail(`it ended with code ${code}`))
    let answer = ''
    child.stdio[3]?.on('data', (chunk) => {
      answer += chunk
      if (!answer.includes('\n')) return
      clearTimeout(late)
      child.removeAllListeners('exit')
      resolve(answer.trim())
    })
  })
  return { display: `:${number}`, stop: () => child.kill('SIGTERM') }
}
