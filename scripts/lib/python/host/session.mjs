import { startPython } from './python.mjs'

/** So many bytes of what a program prints are passed on; the rest of a run is only counted. */
const MOST_PRINTED = 256 * 1024

/** Printed text is passed on in pieces: so many characters, or what came in so many milliseconds. */
const PIECE = 4096
const PAUSE = 50

/** @typedef {{ type: 'start', memory: number, setup: string }} Start `memory` in MB */
/** @typedef {{ type: 'run', call: string, input: string }} Run */

/**
 * Answers requests, one after the other: `start` runs the setup, `run` a program that reads /x/in.json and writes /x/out.json. Posts `started`,
 * `output` while a program prints, `done` with what it wrote, and `died` where Python itself has ended.
 * @param {() => Promise<import('./python.mjs').Archives>} archives
 * @param {(message: object) => void} post
 * @returns {(request: Start | Run) => void}
 */
export function pythonSession(archives, post) {
  // The kernel tells of what is not there on the console, which is the host's.
  for (const name of /** @type {const} */ (['log', 'warn', 'error', 'trace', 'info', 'debug'])) console[name] = () => undefined
  const printed = printer(post)
  /** @type {Awaited<ReturnType<typeof startPython>> | undefined} */
  let python

  /** @param {Start | Run} request */
  async function answer(request) {
    printed.begin()
    if (request.type === 'start') {
      python = await startPython(await archives(), { memory: request.memory, output: printed.take })
      if (!python.execute(request.setup)) throw new Error('the setup of Python failed')
      post({ type: 'started' })
      return
    }
    if (!python) throw new Error('Python has not been started')
    python.write('/x/in.json', request.input)
    python.write('/x/out.json', '')
    python.execute(request.call)
    printed.flush()
    post({ type: 'done', result: python.read('/x/out.json'), unprinted: printed.left() })
  }

  let queue = Promise.resolve()
  return (request) => {
    queue = queue
      .then(() => answer(request))
      .catch((/** @type {unknown} */ error) => {
        printed.flush()
        post({ type: 'died', reason: String(error) })
      })
  }
}

/** @param {(message: object) => void} post */
function printer(post) {
  let decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  let last = 0
  const flush = () => {
    if (text !== '') post({ type: 'output', text })
    text = ''
    last = Date.now()
  }
  return {
    begin: () => {
      decoder = new TextDecoder()
      bytes = 0
    },
    /** @param {Uint8Array} piece */
    take: (piece) => {
      const room = MOST_PRINTED - bytes
      bytes += piece.length
      if (room <= 0) return
      text += decoder.decode(piece.subarray(0, room), { stream: true })
      if (text.length >= PIECE || Date.now() - last > PAUSE) flush()
    },
    flush,
    /** The number of bytes that were not passed on. */
    left: () => Math.max(0, bytes - MOST_PRINTED)
  }
}
