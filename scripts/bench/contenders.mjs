import path from 'node:path'
import { ensureElectron } from '../lib/electron/ensure.mjs'
import { root } from '../lib/paths.mjs'
import { sandboxSwitches } from '../lib/sandbox.mjs'
import { ensureSystemLibraries } from '../lib/system-libraries.mjs'
import { buildContenders } from './build.mjs'
import { pythonWith } from './python.mjs'

/** @typedef {import('./child.mjs').Start} Start */
/** @typedef {import('./options.mjs').ContenderName} ContenderName */

/** @param {string} name */
const source = (name) => path.join(root, 'bench', 'contenders', name)

/**
 * Returns how each chosen contender is started, row by row of the table. One that cannot be is told to `warn`, with the reason.
 * @param {readonly ContenderName[]} names
 * @param {(sentence: string) => void} warn
 * @returns {Promise<Start[]>}
 */
export async function startsOf(names, warn) {
  const ours = await buildContenders()
  /** @type {Start[]} */
  const starts = []
  for (const name of names) {
    try {
      starts.push(...(await startsOfOne(name, ours)))
    } catch (error) {
      warn(`${name} is left out: ${error instanceof Error ? error.message : error}`)
    }
  }
  return starts
}

/**
 * @param {ContenderName} contender
 * @param {Awaited<ReturnType<typeof buildContenders>>} ours
 * @returns {Promise<Start[]>}
 */
async function startsOfOne(contender, { trainer, loops }) {
  const { env } = process
  /** @param {string[]} args @returns {Start} */
  const inNode = (...args) => ({ contender, threads: 1, command: process.execPath, args, env })
  switch (contender) {
    case 'engine':
      return inElectron(contender, trainer)
    case 'cli':
      return [inNode(trainer, 'auto')]
    case 'loops':
      return [inNode(loops)]
    case 'tfjs-cpu':
    case 'tfjs-wasm':
      return [inNode(source('tfjs.mjs'), contender.slice('tfjs-'.length))]
    case 'sklearn':
      return inPython(contender, 'sklearn', 'sklearn_peer.py', [
        [1, 1],
        [2, 2]
      ])
    case 'numpy':
      return inPython(contender, 'numpy', 'by_hand.py', [
        [1, 1],
        [2, 2]
      ])
    case 'torch':
      // Its own loops and OpenBLAS have threads apart, and which of them are better doubled depends on the sizes.
      return inPython(contender, 'torch', 'torch_peer.py', [
        [1, 1],
        [2, 1],
        [2, 2]
      ])
  }
}

/**
 * In a utility process, as the app has it; without a window, so without a display.
 * @param {ContenderName} contender
 * @param {string} trainer
 * @returns {Promise<Start[]>}
 */
async function inElectron(contender, trainer) {
  const { executable } = await ensureElectron()
  await ensureSystemLibraries(executable)
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu'] : []
  const switches = [...(await sandboxSwitches(executable)), ...headless]
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env // set in the terminals of editors that are Electron apps themselves
  const folder = path.join(root, 'bench', 'electron')
  return [1, 2].map((threads) => ({
    contender,
    threads,
    command: executable,
    args: [...switches, folder, trainer, String(threads)],
    env
  }))
}

/**
 * @param {ContenderName} contender
 * @param {string} module
 * @param {string} script
 * @param {readonly (readonly [blas: number, openmp: number])[]} threadCounts
 * @returns {Promise<Start[]>}
 */
async function inPython(contender, module, script, threadCounts) {
  const python = await pythonWith(module)
  if (python === null) throw new Error(`no python3 here has ${module}`)
  return threadCounts.map(([blas, openmp]) => ({
    contender,
    threads: Math.max(blas, openmp),
    command: python,
    args: [source(script), String(Math.max(blas, openmp))],
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      // Threads that wait must not take the cores of the contender whose turn it is.
      OMP_WAIT_POLICY: 'PASSIVE',
      OMP_NUM_THREADS: String(openmp),
      OPENBLAS_NUM_THREADS: String(blas),
      MKL_NUM_THREADS: String(blas),
      VECLIB_MAXIMUM_THREADS: String(blas)
    }
  }))
}
