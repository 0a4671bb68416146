import fs from 'node:fs'
import path from 'node:path'
import { buildApp, buildCli } from './build.mjs'
import { ensureElectron } from './electron/ensure.mjs'
import { root, tool } from './paths.mjs'
import { placePythonIfReachable } from './python/ensure.mjs'
import { run, runNode } from './run.mjs'
import { say, Stop } from './say.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { DEFAULT_STACK, fontEnvironment, fontStacks } from './test-fonts.mjs'
import { addCounts, countTests, NOTHING, oneFailure } from './test-summary.mjs'
import { withDisplay } from './xvfb.mjs'

/** @typedef {import('./test-summary.mjs').Counts} Counts */

export const resultsDir = path.join(root, 'test-results')

/** @returns {Promise<Counts>} one failure when anything does not type-check */
export async function typecheckStage() {
  say('— type check')
  return verdict('type check', await runNode([path.join(root, 'scripts', 'typecheck.mjs')]))
}

/** @returns {Promise<Counts>} one failure each for broken rules, unformatted files and dead code */
export async function lintStage() {
  say('— lint')
  return addCounts([
    verdict('ESLint', await runNode([tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'])),
    verdict('Prettier', await runNode([tool('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level', 'warn'])),
    verdict('Knip', await runNode([tool('knip', 'bin', 'knip.js')]))
  ])
}

/** @returns {Promise<Counts>} */
export async function unitStage() {
  say('— unit tests')
  await placePythonIfReachable()
  return vitest(['unit'], process.env)
}

/** As many windows are tested side by side. */
const WINDOWS = 2

/**
 * End-to-end tests in a real window: everything they need is fetched, installed and built first. `TEST_FONTS` names the stack of fonts
 * that the windows have (scripts/lib/test-fonts.mjs).
 * @param {readonly string[]} [filters] only test files whose names contain one of these
 * @returns {Promise<Counts>}
 */
export async function endToEndStage(filters = []) {
  say('— end-to-end tests')
  const fonts = process.env.TEST_FONTS ?? DEFAULT_STACK
  if (!(fonts in fontStacks)) throw new Stop(`TEST_FONTS is ${fonts}; it can be ${Object.keys(fontStacks).join(', ')}.`)
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable, { fonts: [fonts] })
  await buildCli()
  await buildApp(runtime)
  const fontEnv = await fontEnvironment(fonts)
  return withDisplay((env) => vitest(['e2e', 'e2e-alone'], { ...env, ...fontEnv }, filters), WINDOWS)
}

/**
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [filters]
 */
async function vitest(projects, env, filters = []) {
  const report = path.join(resultsDir, `${projects[0]}.json`)
  fs.rmSync(report, { force: true })
  const { code } = await run(
    process.execPath,
    [tool('vitest', 'vitest.mjs'), 'run', ...projects.map((name) => `--project=${name}`), ...filters],
    // Vite, where it has built something in this process, has made it one of production.
    { env: { ...env, NODE_ENV: 'test', TEST_REPORT: report } }
  )
  return countTests(projects.join(', '), fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : undefined, code)
}

/**
 * @param {string} what
 * @param {{ code: number }} result
 */
function verdict(what, { code }) {
  return code === 0 ? NOTHING : oneFailure(what)
}
