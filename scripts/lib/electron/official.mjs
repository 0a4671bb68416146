import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { electronDir, root } from '../paths.mjs'
import { adopt } from '../run.mjs'
import { withTemporaryFolder } from '../temporary.mjs'

/**
 * In some countries the download neither runs nor fails, it hangs. The limit is on silence, not on the whole download:
 * a slow line that delivers is not cut off.
 */
const SILENCE_LIMIT_MS = 30_000

/** The pinned version, from the installed `electron` package. */
export function officialVersion() {
  return createRequire(import.meta.url)(path.join(electronDir, 'package.json')).version
}

/** Where the binary lies inside `dist`; the same table as in the package's own install.js. */
const EXECUTABLE =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[/** @type {string} */ (process.platform)] ?? 'electron'

/**
 * The official binary when it is there, whole. The package writes path.txt last and we never keep one beside a failed attempt.
 * @returns {string | undefined}
 */
export function officialExecutable() {
  const dist = path.join(electronDir, 'dist')
  const executable = path.join(dist, EXECUTABLE)
  if (readText(path.join(electronDir, 'path.txt')) !== EXECUTABLE) return undefined
  if (readText(path.join(dist, 'version'))?.replace(/^v/, '') !== officialVersion()) return undefined
  return fs.existsSync(executable) ? executable : undefined
}

/** The mirror the download honours, if one is set. */
export function mirror(env = process.env) {
  return env.ELECTRON_MIRROR || env.npm_config_electron_mirror || env.NPM_CONFIG_ELECTRON_MIRROR || undefined
}

/**
 * Fetches the official binary with the package's own installer.
 * @returns {Promise<{ executable: string } | { problem: string }>}
 */
export async function fetchOfficial() {
  removeDist()
  return withTemporaryFolder(async (arrivals) => {
    const { problem } = await watchDownload([path.join(electronDir, 'install.js')], arrivals, [path.join(electronDir, 'dist')])
    const executable = officialExecutable()
    if (executable) return { executable }
    removeDist()
    return { problem: problem ?? 'the downloaded archive was incomplete' }
  })
}

/**
 * Fetches the official archive for any platform, checked against the checksums the package carries. It stays in Electron's own cache.
 * @param {string} platform
 * @param {string} arch
 * @returns {Promise<{ archive: string } | { problem: string }>}
 */
export function fetchOfficialArchive(platform, arch) {
  return withTemporaryFolder(async (arrivals) => {
    const downloader = path.join(root, 'scripts', 'lib', 'electron', 'download-archive.mjs')
    const { problem, output } = await watchDownload([downloader, platform, arch], arrivals)
    const archive = output.trim().split('\n').at(-1)
    return archive && !problem ? { archive } : { problem: problem ?? 'the download named no file' }
  })
}

/** Takes away whatever stands for a binary: a link to the fallback (through which an installer would write), or half an unpacking. */
export function removeDist() {
  fs.rmSync(path.join(electronDir, 'path.txt'), { force: true })
  fs.rmSync(path.join(electronDir, 'dist'), { recursive: true, force: true })
}

/**
 * Runs a downloader and ends it when nothing arrives any more.
 * @param {readonly string[]} args what Node runs
 * @param {string} arrivals the downloader's temporary folder; its growth shows whether anything still arrives
 * @param {readonly string[]} [alsoWatched] other folders that grow while it works
 * @returns {Promise<{ problem?: string, output: string }>}
 */
function watchDownload(args, arrivals, alsoWatched = []) {
  return new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: arrivals, TMP: arrivals, TEMP: arrivals }
    const child = adopt(spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
    let output = ''
    let complaints = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text))
    let size = 0
    let lastArrival = Date.now()
    const watch = setInterval(() => {
      const now = [arrivals, ...alsoWatched].reduce((sum, folder) => sum + sizeOf(folder), 0)
      if (now !== size) lastArrival = Date.now()
      size = now
      if (Date.now() - lastArrival > SILENCE_LIMIT_MS) child.kill('SIGKILL')
    }, 500)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (code === 0) resolve({ output })
      else if (signal) resolve({ output, problem: `nothing arrived for ${SILENCE_LIMIT_MS / 1000} s` })
      else resolve({ output, problem: errorMessage(complaints) || `the installer ended with code ${code}` })
    })
  })
}

/**
 * The message out of what Node prints of an uncaught error.
 * @param {string} printed
 */
function errorMessage(printed) {
  return /^\w*Error: (.*)$/m.exec(printed)?.[1] ?? printed.trim().split('\n')[0]
}

/** @param {string} start @returns {number} */
function sizeOf(start) {
  // Files vanish and appear under our eyes here; what cannot be read does not count.
  try {
    const stat = fs.lstatSync(start)
    if (!stat.isDirectory()) return stat.size
    return fs.readdirSync(start).reduce((sum, name) => sum + sizeOf(path.join(start, name)), 0)
  } catch {
    return 0
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
