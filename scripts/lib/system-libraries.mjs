import { hasDisplay } from './display.mjs'
import { mayObserve, missingObservers } from './observers.mjs'
import { answers, run } from './run.mjs'
import { say, Stop } from './say.mjs'
import { fontStacks, missingFontPackages } from './test-fonts.mjs'

/** Debian's packages that bring, with what they depend on, all shared libraries that Electron loads. */
const PACKAGES = ['libasound2', 'libatk-bridge2.0-0', 'libdrm2', 'libgbm1', 'libgtk-3-0', 'libnss3', 'libxss1', 'libxtst6']

/**
 * Loaded by name while running, so `ldd` never lists them: newer Chromium opens GTK that way.
 * Without it there is no file dialog.
 */
const OPENED_AT_RUN_TIME = ['libgtk-3.so.0']

/**
 * The libraries `ldd` looked for in vain.
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function parseMissing(lddOutput) {
  const found = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return [...new Set(found)].sort()
}

/**
 * The command a user types to install packages.
 * @param {readonly string[]} packages
 * @param {boolean} isRoot
 */
export function installCommand(packages, isRoot) {
  const sudo = isRoot ? '' : 'sudo '
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * Installs what Electron misses as root where there is apt, and throws a Stop with the exact command otherwise. Only Linux leaves this to us.
 * @param {string} executable
 * @param {{ fonts?: readonly string[] }} [options] fonts: for tests, which need a display and these stacks of fonts as well
 */
export async function ensureSystemLibraries(executable, { fonts } = {}) {
  if (process.platform !== 'linux') return
  const missing = await missingLibraries(executable)
  const wanted = [...(missing.length > 0 ? PACKAGES : []), ...(fonts ? await missingTestPackages(fonts) : [])]
  if (wanted.length === 0) return
  if (!(await answers('apt-get'))) {
    const what = [...missing, ...wanted.filter((name) => !PACKAGES.includes(name))].join(', ')
    throw new Stop(
      `Electron needs what is not installed here: ${what}. Install it with your system's tools (Debian's packages: ${wanted.join(' ')}), then try again.`
    )
  }
  if (process.getuid?.() !== 0) {
    const names = await Promise.all(wanted.map(nameHere))
    throw new Stop(`Electron needs system packages that are not installed; install them with: ${installCommand(names, false)}`)
  }
  await install(wanted)
  const still = await missingLibraries(executable)
  if (still.length > 0) throw new Stop(`Electron still misses ${still.join(', ')} after installing ${wanted.join(' ')}.`)
}

/** @param {string} executable */
async function missingLibraries(executable) {
  const { stdout } = await run('ldd', [executable], { output: 'capture' })
  const missing = new Set(parseMissing(stdout))
  const loadable = (await run('/sbin/ldconfig', ['-p'], { output: 'capture' })).stdout
  if (loadable) for (const name of OPENED_AT_RUN_TIME) if (!loadable.includes(name)) missing.add(name)
  return [...missing].sort()
}

/** @param {readonly string[]} stacks */
async function missingTestPackages(stacks) {
  const fonts = await Promise.all(stacks.map((name) => missingFontPackages(fontStacks[name])))
  // `Xvfb -help` is how it shows that it is there without opening a display.
  const needsDisplay = !hasDisplay() && !(await answers('Xvfb', ['-help']))
  // Who is not root is not asked for them: the test that needs them is skipped then.
  const observers = mayObserve ? (await missingObservers()).map(({ debian }) => debian) : []
  return [...(needsDisplay ? ['xvfb'] : []), ...observers, ...new Set(fonts.flat())]
}

/**
 * Since their change to 64-bit time, Debian 13 and Ubuntu 24.04 call some of these packages `…t64`.
 * @param {string} name
 */
async function nameHere(name) {
  const renamed = `${name}t64`
  const { code, stdout } = await run('apt-cache', ['show', '--no-all-versions', renamed], { output: 'capture' })
  return code === 0 && stdout.includes('Package:') ? renamed : name
}

/** @param {readonly string[]} packages */
async function install(packages) {
  say(`Installing system packages with apt-get: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-q'], { env, output: 'capture' })
  // Only after the update: a fresh machine's lists are empty and know no names.
  const names = await Promise.all(packages.map(nameHere))
  const done = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env, output: 'capture' })
  if (done.code === 0) return
  process.stderr.write(`${update.stderr}${done.stdout}${done.stderr}`)
  throw new Stop(`apt-get could not install them; try it by hand: ${installCommand(names, true)}`)
}
