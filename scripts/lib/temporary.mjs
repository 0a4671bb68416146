import fs from 'node:fs'
import path from 'node:path'
import { cacheDir } from './paths.mjs'

/**
 * Gives `use` a folder of its own in the cache and removes it afterwards, also when the script is interrupted.
 * What a killed script had to leave behind is removed by the next one.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(use) {
  fs.mkdirSync(cacheDir, { recursive: true })
  removeOrphans()
  const folder = fs.mkdtempSync(path.join(cacheDir, `work-${process.pid}-`))
  // A browser that has just ended may still put something into its profile.
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  process.once('exit', remove)
  try {
    return await use(folder)
  } finally {
    process.off('exit', remove)
    remove()
  }
}

function removeOrphans() {
  for (const name of fs.readdirSync(cacheDir)) {
    const pid = /^work-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) fs.rmSync(path.join(cacheDir, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is alive too.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
