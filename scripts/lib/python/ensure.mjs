import fs from 'node:fs'
import path from 'node:path'
import { cacheDir, outDir } from '../paths.mjs'
import { run, runNode } from '../run.mjs'
import { say, Stop } from '../say.mjs'
import { fingerprint } from '../staleness.mjs'
import { withTemporaryFolder } from '../temporary.mjs'
import { writeArchives } from './archives.mjs'
import { bundleHosts } from './bundle.mjs'
import { completeLicences } from './licences.mjs'

const here = import.meta.dirname

/**
 * CPython 3.11 with NumPy 1.24 as WebAssembly. Their packages cannot be dependencies of the checkout: their own install scripts insist on
 * another package manager, and one builds native code. They are installed apart, without scripts, each by its version and its pinned hash.
 * @returns {Promise<string>} a folder with all that runs Python, kept until one of the files here changes
 */
export async function ensurePython() {
  const prepared = path.join(
    cacheDir,
    `python-${fingerprint(here, ['packages', 'host', 'licences', 'archives.mjs', 'bundle.mjs', 'licences.mjs']).slice(0, 12)}`
  )
  if (fs.existsSync(prepared)) return prepared
  await withTemporaryFolder(async (work) => {
    say('Fetching Python and NumPy (50 MB) from the npm registry')
    const packages = path.join(work, 'packages')
    fs.cpSync(path.join(here, 'packages'), packages, { recursive: true })
    await install(packages)
    const made = path.join(work, 'python')
    fs.mkdirSync(made)
    await bundleHosts(packages, made)
    writeArchives(packages, made)
    const list = path.join(made, 'LICENSES.md')
    fs.writeFileSync(list, completeLicences(fs.readFileSync(list, 'utf8')))
    moveIntoPlace(made, prepared)
  })
  return prepared
}

/**
 * Puts it where the app and the command line look for it.
 * @returns {Promise<string>} the folder
 */
export async function placePython() {
  const prepared = await ensurePython()
  const place = path.join(outDir, 'python')
  const from = path.join(place, '.from')
  if (fs.existsSync(from) && fs.readFileSync(from, 'utf8') === path.basename(prepared)) return place
  // Aside first, then renamed: a program started meanwhile never finds half of it.
  const aside = path.join(outDir, `.python-${process.pid}`)
  fs.cpSync(prepared, aside, { recursive: true })
  fs.writeFileSync(path.join(aside, '.from'), path.basename(prepared))
  fs.rmSync(place, { recursive: true, force: true })
  moveIntoPlace(aside, place)
  return place
}

/** The same, where it can be had: without a connection everything but Python goes on. */
export async function placePythonIfReachable() {
  try {
    await placePython()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(`${error.message} Programs of Python cannot be run until it is.`)
  }
}

/** @param {string} packages */
async function install(packages) {
  const args = ['ci', '--ignore-scripts', '--loglevel', 'error']
  // Inside an npm script npm names itself; by hand the one on the PATH is meant. In both cases its registry and proxy settings hold.
  const npm = process.env.npm_execpath
  const options = /** @type {const} */ ({ output: 'capture', cwd: packages })
  const { code, stderr } = npm?.endsWith('.js') ? await runNode([npm, ...args], options) : await run('npm', args, options)
  if (code !== 0)
    throw new Stop(`Python could not be fetched from the npm registry: ${stderr.trim().split('\n')[0] || `npm ended with code ${code}`}.`)
}

/** @param {string} made @param {string} prepared */
function moveIntoPlace(made, prepared) {
  try {
    fs.renameSync(made, prepared)
  } catch (error) {
    // Another run was quicker: the same bytes are there already.
    if (!fs.existsSync(prepared)) throw error
    fs.rmSync(made, { recursive: true, force: true })
  }
}
