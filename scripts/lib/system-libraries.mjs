import fs from 'node:fs'
import { answers, run } from './run.mjs'
import { say, Stop } from './say.mjs'

/**
 * Where Debian and its relatives keep the shared libraries Chromium asks for. Their dependencies come along, so a few packages carry most.
 * @type {Record<string, string>}
 */
const PACKAGE_OF = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libssl3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libX11.so.6': 'libx11-6',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libxcb.so.1': 'libxcb1',
  'libxcb-dri3.so.0': 'libxcb-dri3-0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXcursor.so.1': 'libxcursor1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libxshmfence.so.1': 'libxshmfence1',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libcairo.so.2': 'libcairo2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libudev.so.1': 'libudev1',
  'libuuid.so.1': 'libuuid1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libgmodule-2.0.so.0': 'libglib2.0-0'
}

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
 * Debian's packages for these libraries, and the libraries no package is known for.
 * @param {readonly string[]} libraries
 */
export function packagesFor(libraries) {
  const known = libraries.filter((name) => name in PACKAGE_OF)
  return {
    packages: [...new Set(known.map((name) => PACKAGE_OF[name]))].sort(),
    unknown: libraries.filter((name) => !(name in PACKAGE_OF))
  }
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
 * Sees to it that Electron finds its libraries: installs what is missing as root where there is apt, says the exact command otherwise.
 * Only Linux leaves this to us.
 * @param {string} executable
 * @param {{ forTests?: boolean }} [options] forTests: a virtual display and a font with Chinese characters as well
 */
export async function ensureSystemLibraries(executable, { forTests = false } = {}) {
  if (process.platform !== 'linux') return
  const missing = await missingLibraries(executable)
  const { packages, unknown } = packagesFor(missing)
  const wanted = [...packages, ...(forTests ? await missingTestPackages() : [])]
  if (wanted.length === 0 && unknown.length === 0) return

  if (unknown.length > 0 || !(await answers('apt-get'))) {
    const named = wanted.length > 0 ? ` (Debian's packages for this: ${wanted.join(' ')})` : ''
    throw new Stop(
      `Electron needs what is not installed here: ${[...missing, ...wanted].join(', ')}; install it with your system's tools${named}, then try again.`
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

async function missingTestPackages() {
  const packages = []
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  // `Xvfb -help` is how it shows that it is there without opening a display.
  if (!DISPLAY && !WAYLAND_DISPLAY && !(await answers('Xvfb', ['-help']))) packages.push('xvfb')
  if (!(await hasChineseFont())) packages.push('fonts-noto-cjk')
  return packages
}

async function hasChineseFont() {
  const listed = await run('fc-list', [':lang=zh'], { output: 'capture' })
  if (listed.code === 0) return listed.stdout.trim() !== ''
  return fs.existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
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
