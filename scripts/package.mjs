import { Arch, build, Platform } from 'electron-builder'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import config, { fuses } from '../electron-builder.config.mjs'
import { buildApp } from './lib/build.mjs'
import { writeCommandWrapper } from './lib/command-wrapper.mjs'
import { major } from './lib/electron/ensure.mjs'
import { FALLBACK, fallbackDist, fallbackIsPossible, fetchFallback } from './lib/electron/fallback.mjs'
import { fetchOfficialArchive, officialExecutable, officialVersion } from './lib/electron/official.mjs'
import { readFuses } from './lib/fuses.mjs'
import { electronDir, root } from './lib/paths.mjs'
import { runScript, say, Stop } from './lib/say.mjs'

const USAGE = 'Usage: npm run package -- [--platform linux|win32|darwin] [--arch x64|arm64] [--runtime official|fallback] [--debuggable]'

/** The packages, and where each kind keeps its binary. */
const TARGETS = {
  linux: { platform: Platform.LINUX, archs: ['x64', 'arm64'], binary: 'backprop-lab', resources: 'resources' },
  win32: { platform: Platform.WINDOWS, archs: ['x64'], binary: 'Backprop Lab.exe', resources: 'resources' },
  darwin: {
    platform: Platform.MAC,
    archs: ['x64', 'arm64'],
    binary: 'Backprop Lab.app/Contents/MacOS/Backprop Lab',
    resources: 'Backprop Lab.app/Contents/Resources'
  }
}

/** `npm run package`: a folder that runs from a USB stick, without installation or rights. */
await runScript(async () => {
  const { platform, arch, runtime, debuggable } = options()
  const target = TARGETS[platform]
  const { dist, version } = await distribution(platform, arch, runtime)
  await buildApp({ major: major(version) })

  const built = await pack(target, arch, dist, version, debuggable)
  writeCommandWrapper(built, platform)
  if (platform === 'linux') writeDigest(path.join(built, target.resources, 'app.asar'))
  await checkFuses(path.join(built, target.binary))

  const folder = path.join(root, 'release', folderName(platform, arch, runtime, debuggable))
  fs.rmSync(folder, { recursive: true, force: true })
  fs.renameSync(built, folder)
  if (platform === 'darwin' && process.platform !== 'darwin')
    say(
      'This app is not signed; on Apple Silicon it must be signed on a Mac before it runs: codesign --force --deep --sign - "Backprop Lab.app"'
    )
  say(`Packaged with Electron ${version} (${runtime}): ${folder}`)
})

/** @typedef {'x64' | 'arm64'} Architecture */

/** @returns {{ platform: keyof typeof TARGETS, arch: Architecture, runtime: 'official' | 'fallback', debuggable: boolean }} */
function options() {
  const { values } = parse()
  const platform = values.platform ?? process.platform
  const arch = /** @type {Architecture} */ (values.arch ?? process.arch)
  const runtime = values.runtime ?? 'official'
  if (!isTarget(platform) || !TARGETS[platform].archs.includes(arch))
    throw new Stop(`There is no package for ${platform} ${arch}. ${USAGE}`)
  if (runtime !== 'official' && runtime !== 'fallback') throw new Stop(USAGE)
  if (runtime === 'fallback' && !(fallbackIsPossible(platform, arch) && fallbackIsPossible())) {
    throw new Stop('The fallback runtime exists for linux x64 only.')
  }
  // For tests alone, which drive the window through a port.
  return { platform, arch, runtime, debuggable: values.debuggable ?? false }
}

function parse() {
  try {
    return parseArgs({
      options: { platform: { type: 'string' }, arch: { type: 'string' }, runtime: { type: 'string' }, debuggable: { type: 'boolean' } }
    })
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error}. ${USAGE}`)
  }
}

/** @param {string} name @returns {name is keyof typeof TARGETS} */
function isTarget(name) {
  return name in TARGETS
}

/**
 * The Electron that goes into the package: the official one, or the fallback where that was asked for by name. Never one for the other.
 * @param {string} platform
 * @param {Architecture} arch
 * @param {'official' | 'fallback'} runtime
 * @returns {Promise<{ dist: string, version: string }>}
 */
async function distribution(platform, arch, runtime) {
  if (runtime === 'fallback') return { dist: fallbackDist() ?? (await fetchFallback()), version: FALLBACK.electronVersion }
  const version = officialVersion()
  if (platform === process.platform && arch === process.arch && officialExecutable())
    return { dist: path.join(electronDir, 'dist'), version }
  say(`Fetching Electron ${version} for ${platform} ${arch}`)
  const result = await fetchOfficialArchive(platform, arch)
  if ('archive' in result) return { dist: result.archive, version }
  const other =
    platform === 'linux' && arch === 'x64' && fallbackIsPossible()
      ? ', or ask for the older runtime by name: npm run package -- --runtime fallback'
      : ''
  throw new Stop(
    `Nothing was packaged: Electron ${version} for ${platform} ${arch} could not be fetched (${result.problem}). Set ELECTRON_MIRROR to a mirror of its releases${other}.`
  )
}

/**
 * @param {typeof TARGETS[keyof typeof TARGETS]} target
 * @param {Architecture} arch
 * @param {string} dist
 * @param {string} version
 * @param {boolean} debuggable
 * @returns {Promise<string>} the folder
 */
async function pack(target, arch, dist, version, debuggable) {
  let folder = ''
  await build({
    projectDir: root,
    publish: 'never',
    targets: target.platform.createTarget('dir', Arch[arch]),
    config: {
      ...config,
      electronVersion: version,
      ...(debuggable ? { extraMetadata: { debuggable } } : {}),
      electronDist: dist,
      // Belongs to Electron as a tool, not to a packaged app; electron-builder removes it from its own downloads only.
      afterExtract: ({ appOutDir }) => {
        const resources = target.platform === Platform.MAC ? 'Electron.app/Contents/Resources' : 'resources'
        fs.rmSync(path.join(appOutDir, resources, 'default_app.asar'), { force: true })
        fs.rmSync(path.join(appOutDir, 'version'), { force: true })
      },
      afterPack: ({ appOutDir }) => {
        folder = appOutDir
      }
    }
  })
  return folder
}

/**
 * Writes the SHA-256 of the app's code beside it: on Linux Electron itself does not check what it runs.
 * @param {string} archive
 */
function writeDigest(archive) {
  fs.writeFileSync(`${archive}.sha256`, `${createHash('sha256').update(fs.readFileSync(archive)).digest('hex')}\n`)
}

/**
 * Reads the fuses back from the built binary, for everyone to see.
 * @param {string} binary
 */
async function checkFuses(binary) {
  const states = await readFuses(binary, /** @type {Record<string, boolean>} */ (fuses))
  for (const { name, actual } of states) say(`  fuse ${name}: ${actual === undefined ? 'absent' : actual ? 'on' : 'off'}`)
  const wrong = states.filter(({ wanted, actual }) => wanted !== actual).map(({ name }) => name)
  if (wrong.length > 0)
    throw new Stop(`Nothing was packaged: these fuses of the built binary are not as they should be: ${wrong.join(', ')}.`)
}

/**
 * @param {string} platform
 * @param {string} arch
 * @param {string} runtime
 * @param {boolean} debuggable
 */
function folderName(platform, arch, runtime, debuggable) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const system = { win32: 'windows', darwin: 'macos' }[platform] ?? platform
  return `${name}-${version}-${system}-${arch}${runtime === 'fallback' ? '-fallback' : ''}${debuggable ? '-debuggable' : ''}`
}
