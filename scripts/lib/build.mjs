import fs from 'node:fs'
import path from 'node:path'
import { outDir, root, tool } from './paths.mjs'
import { placePythonIfReachable } from './python/ensure.mjs'
import { runNode } from './run.mjs'
import { say, Stop } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './staleness.mjs'

/** Files that every bundle depends on, besides its sources. */
const COMMON = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/grammars-plugin.ts',
  'scripts/kernels-plugin.ts',
  'scripts/kernel-catalogue.ts',
  'scripts/kernel-tiles.ts',
  'data',
  'LICENSE',
  'DATA_LICENSES.md'
]

const APP = {
  inputs: [...COMMON, 'src', 'electron.vite.config.ts'],
  outputs: ['main/index.js', 'preload/index.cjs', 'renderer/index.html'],
  stamp: path.join(outDir, '.app-stamp')
}

/** The command line has no window; whatever else is below src may be part of it. */
const WINDOW_ONLY = ['main', 'preload', 'renderer']

const CLI = {
  inputs: [...COMMON, ...sourcesBut(WINDOW_ONLY), 'vite.cli.config.ts'],
  outputs: ['cli/index.js', 'cli/LICENSES.md'],
  stamp: path.join(outDir, '.cli-stamp')
}

/**
 * Builds main, preload and page with electron-vite, unless nothing has changed since the last time.
 * @param {{ major: string }} runtime the Electron that will run the result: syntax and built-ins are chosen for it
 */
export async function buildApp({ major }) {
  await placePythonIfReachable()
  await build(APP, `electron ${major}`, async () => {
    say('Building the app')
    const result = await runNode([tool('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'], {
      env: { ...process.env, ELECTRON_MAJOR_VER: major, NODE_ENV: 'production' },
      output: 'capture'
    })
    if (result.code !== 0) throw new Stop(`The app could not be built:\n${result.stdout}${result.stderr}`.trimEnd())
  })
}

/** Builds the command line's one file, unless nothing has changed. Silent: its callers keep stdout for results. */
export async function buildCli() {
  await build(CLI, '', async () => {
    // Aside first, then renamed: a command line started meanwhile never reads half a file.
    const aside = path.join(outDir, `.cli-${process.pid}`)
    try {
      const result = await runNode(
        [tool('vite', 'bin', 'vite.js'), 'build', '--config', 'vite.cli.config.ts', '--outDir', aside, '--logLevel', 'warn'],
        {
          output: 'capture'
        }
      )
      if (result.code !== 0) throw new Stop(`The command line could not be built:\n${result.stdout}${result.stderr}`.trimEnd())
      fs.mkdirSync(path.join(outDir, 'cli'), { recursive: true })
      for (const name of CLI.outputs) fs.renameSync(path.join(aside, path.basename(name)), path.join(outDir, name))
    } finally {
      fs.rmSync(aside, { recursive: true, force: true })
    }
  })
}

/**
 * @param {typeof APP} what
 * @param {string} extra
 * @param {() => Promise<void>} make
 */
async function build(what, extra, make) {
  const print = fingerprint(root, what.inputs, extra)
  if (
    isFresh(
      what.stamp,
      print,
      what.outputs.map((name) => path.join(outDir, name))
    )
  )
    return
  fs.rmSync(what.stamp, { force: true })
  await make()
  writeStamp(what.stamp, print)
}

/** @param {readonly string[]} left */
function sourcesBut(left) {
  return fs
    .readdirSync(path.join(root, 'src'))
    .filter((name) => !left.includes(name))
    .sort()
    .map((name) => `src/${name}`)
}
