import { chmod, lstat, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#core'
import { noteLeaving, uninterrupted } from './leavings'
import { makeFolders } from './make-folders'
import { replaceFile, syncFile, syncFolder, temporaryName } from './replace-file'
import { systemCode, writeError } from './system-errors'

/** Files of a folder that belong together, by names relative to it. */
export interface Replacement {
  /** The new content of each file, in the order in which they come into their places. */
  readonly contents: ReadonlyMap<string, Uint8Array | string>
  /** The files that are to go. */
  readonly gone: readonly string[]
}

/** The folder of files that are complete and on their way to their places. */
const STAGED = '.backprop-lab.new'
/** In it, the names of its files in order, and of those that go. */
const LIST = 'list.json'
/** A folder with this file is whole: it is the first to go and the last to come. */
const SEAL = 'summary.json'

interface List {
  readonly files: readonly string[]
  readonly gone: readonly string[]
}

/**
 * Replaces files of a folder as one: all are written to a new folder inside it and are on the disk, then that folder gets the name which
 * says that it is complete, and then its files come into their places. A process that ends before that name is given leaves the old files
 * as they were; one that ends later leaves the rest to `finishReplacing`. The caller holds the folder's lock.
 * Throws: file; the old files are untouched then, unless the system refuses to rename: then too the rest is left to `finishReplacing`.
 */
export async function replaceTogether(folder: string, { contents, gone }: Replacement): Promise<void> {
  const aside = join(folder, temporaryName())
  const done = noteLeaving(aside)
  let current = folder
  try {
    await mkdir(aside)
    for (const [name, content] of contents) {
      current = join(folder, name)
      await stage(folder, aside, name, content)
    }
    current = folder
    await writeSynced(join(aside, LIST), JSON.stringify({ files: [...contents.keys()], gone } satisfies List))
    for (const part of new Set([aside, ...foldersOf(aside, [...contents.keys()])])) await syncFolder(part)
    await uninterrupted(async () => {
      await rename(aside, join(folder, STAGED))
      await syncFolder(folder)
      // What failed once, as where a virus scanner had a file open, may well succeed at once.
      await finishReplacing(folder).catch(() => finishReplacing(folder))
    })
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    throw writeError(current, error)
  } finally {
    done()
  }
}

/** Whether files are complete but not all in their places, since a process ended before or is at it. */
export async function isReplacing(folder: string): Promise<boolean> {
  try {
    return await exists(join(folder, STAGED))
  } catch (error) {
    throw writeError(folder, error)
  }
}

/**
 * Brings files that are complete into their places, where a process ended before it had done so. As often as it is called: what is done is
 * not done again. The caller holds the folder's lock.
 * Throws: file.
 */
export async function finishReplacing(folder: string): Promise<void> {
  if (!(await isReplacing(folder))) return
  const staged = join(folder, STAGED)
  try {
    const { files, gone } = await readList(folder)
    const left: string[] = []
    for (const name of files) if (await exists(join(staged, name))) left.push(name)
    for (const name of [...left.filter(isSeal), ...gone]) await remove(folder, name)
    // A name is durable only in a folder that is.
    for (const part of foldersOf(folder, left)) await makeFolders(part)
    for (const name of left) await place(join(staged, name), join(folder, name))
    for (const part of foldersOf(folder, [...files, ...gone])) if (await exists(part)) await syncFolder(part)
    await rm(staged, { recursive: true, force: true })
  } catch (error) {
    throw writeError(folder, error)
  }
}

/** The folders that files are in, once each. */
function foldersOf(folder: string, names: readonly string[]): Set<string> {
  return new Set(names.map((name) => dirname(join(folder, name))))
}

/** The names of a run's files, which alone are moved or removed, whatever a list says. */
const ALLOWED = /^(?:fold-[1-9]\d*\/)?(?:rows\/)?[a-z-]+\.(?:csv|json|npz|safetensors)$/

/** Reads the list; an empty one where there is none, since it goes last. Throws: file, when it is damaged. */
async function readList(folder: string): Promise<List> {
  let text: string
  try {
    text = await readFile(join(folder, STAGED, LIST), 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { files: [], gone: [] }
    throw error
  }
  const list = parseList(text)
  if (!list) throw new AppError('file.unfinished', { path: folder, name: STAGED })
  return list
}

function parseList(text: string): List | null {
  try {
    const { files, gone } = JSON.parse(text) as Record<keyof List, unknown>
    return isListOfNames(files) && isListOfNames(gone) ? { files, gone } : null
  } catch {
    return null
  }
}

function isListOfNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && ALLOWED.test(name))
}

/** Throws: the system's errors, also where the place is a folder, or below a file. */
async function stage(folder: string, aside: string, name: string, content: Uint8Array | string): Promise<void> {
  const old = await stat(join(folder, name)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  })
  if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  const path = join(aside, name)
  await mkdir(dirname(path), { recursive: true })
  await writeSynced(path, content)
  if (old?.isFile()) await chmod(path, old.mode & 0o7777)
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  await writeFile(path, content, { flag: 'wx' })
  await syncFile(path)
}

/** Renames a file, or where its place is a link or no regular file, or on another disk, writes what it holds there. */
async function place(from: string, to: string): Promise<void> {
  const old = await lstat(to).catch(() => null)
  if (old === null || old.isFile()) {
    const isElsewhere = await rename(from, to).then(
      () => false,
      (error: unknown) => {
        if (systemCode(error) === 'EXDEV') return true
        throw error
      }
    )
    if (!isElsewhere) return
  }
  const content = await readFile(from)
  await replaceFile(to, (path, isNew) => writeFile(path, content, { flag: isNew ? 'wx' : 'w' }))
  await rm(from)
}

/** Removes a file, and its folder with the last one, unless that is the folder itself. */
async function remove(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true })
  if (dirname(name) !== '.') await rmdir(join(folder, dirname(name))).catch(() => undefined)
}

function isSeal(name: string): boolean {
  return basename(name) === SEAL
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false
      throw error
    }
  )
}
