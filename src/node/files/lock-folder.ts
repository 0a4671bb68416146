import { open, readFile, rm, stat, utimes, type FileHandle } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#core'
import { noteLeaving } from './leavings'
import { systemCode, writeError } from './system-errors'

const NAME = '.backprop-lab.lock'

/**
 * Times in milliseconds: a lock says so often that it is held, and is abandoned where it has not for so long; the last one while it names
 * nobody. So often, since all locks look abandoned from when the clock is set until they say it again.
 */
const HEARTBEAT = 10_000
const STALE = 600_000
const NAMELESS = 5_000

/** A folder that no other process writes to. */
export interface HeldFolder {
  release(): Promise<void>
}

/** The content of a lock's file: the process, where its number means something, and a word of its own. */
interface Owner {
  readonly pid: number
  readonly host: string
  readonly word: string
}

/**
 * Holds a folder against other processes, by a file which names this one. A lock whose process has ended without removing it, or on another
 * machine has not been heard of for ten minutes, is taken over.
 * Throws: file, where another process holds it, or no lock can be written.
 */
export async function holdFolder(folder: string): Promise<HeldFolder> {
  const lock = join(folder, NAME)
  const owner = JSON.stringify({ pid: process.pid, host: hostname(), word: randomUUID() } satisfies Owner)
  try {
    const isOurs = (await take(lock, owner)) || (!(await isHeld(folder)) && (await takeOver(lock, owner)))
    if (!isOurs) throw new AppError('file.in-use', { path: folder })
    // One that a process left which ended while it took over.
    await rm(gateOf(lock), { force: true }).catch(() => undefined)
  } catch (error) {
    throw writeError(folder, error)
  }
  const done = noteLeaving(lock)
  const heartbeat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), HEARTBEAT).unref()
  return {
    async release() {
      clearInterval(heartbeat)
      // Only one's own: the folder may be another's by now.
      if ((await readFile(lock, 'utf8').catch(() => null)) === owner) await rm(lock, { force: true }).catch(() => undefined)
      done()
    }
  }
}

/** Whether another process holds a folder. */
export function isHeld(folder: string): Promise<boolean> {
  return isTaken(join(folder, NAME))
}

async function take(lock: string, owner: string): Promise<boolean> {
  let file: FileHandle
  try {
    file = await open(lock, 'wx')
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    await file.writeFile(owner)
  } catch (error) {
    await rm(lock, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await file.close().catch(() => undefined)
  }
  return true
}

/** Whether a process still holds a lock. */
async function isTaken(lock: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)])
    const owner = ownerIn(text)
    const isGone = owner !== null && owner.host === hostname() && !isRunning(owner.pid)
    return !isGone && ageOf(mtimeMs) < (owner ? STALE : NAMELESS)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** The age of a file; one of the future, which is of before the clock was set back, is as old as it seems to be young. */
function ageOf(mtimeMs: number): number {
  return Math.abs(Date.now() - mtimeMs)
}

/** The owner; null while it is being written. */
function ownerIn(text: string): Owner | null {
  try {
    const { pid, host, word } = JSON.parse(text) as Partial<Owner>
    return typeof pid === 'number' && typeof host === 'string' && typeof word === 'string' ? { pid, host, word } : null
  } catch {
    return null
  }
}

/** Replaces an abandoned lock by one's own, one process at a time: two that saw the same one would else each remove the other's. */
async function takeOver(lock: string, owner: string): Promise<boolean> {
  const gate = gateOf(lock)
  if (!(await take(gate, owner))) {
    const { mtimeMs } = await stat(gate).catch(() => ({ mtimeMs: Date.now() }))
    if (ageOf(mtimeMs) > NAMELESS) await rm(gate, { force: true })
    return false
  }
  try {
    if (await isTaken(lock)) return false
    await rm(lock, { force: true })
    return await take(lock, owner)
  } finally {
    await rm(gate, { force: true }).catch(() => undefined)
  }
}

/** The file of whoever replaces a lock. */
function gateOf(lock: string): string {
  return `${lock}.next`
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}
