import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '#core'
import { systemCode, writeError } from './system-errors'

const NAME = '.backprop-lab.lock'

/** Times in milliseconds: between two looks, until it is given up, and of a lock whose process cannot be asked, as on another machine. */
const LOOK = 50
const PATIENCE = 30_000
const STALE = 600_000

/**
 * Does something with a folder while no other process does the same: by a file with the number of the process, which one that has ended
 * without removing it does not hold any more.
 * Throws: file, where another process holds it for half a minute; what `act` throws.
 */
export async function lockFolder(folder: string, act: () => Promise<void>, patience = PATIENCE): Promise<void> {
  const lock = join(folder, NAME)
  for (const end = performance.now() + patience; !(await take(lock)); await setTimeout(LOOK)) {
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    else if (performance.now() > end) throw new AppError('file.in-use', { path: folder })
  }
  try {
    await act()
  } finally {
    await rm(lock, { force: true })
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw writeError(dirname(lock), error)
  }
}

/** Whether the process that took a lock has ended, or took it so long ago that it must have. */
async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)])
    if (Date.now() - mtimeMs > STALE) return true
    const pid = Number(text)
    // Empty while it is being taken.
    return Number.isInteger(pid) && pid > 0 && !isRunning(pid)
  } catch {
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}
