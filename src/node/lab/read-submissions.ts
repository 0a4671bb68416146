import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, fromUtf8, type AnswerFile, type Problem } from '#core'
import { readLimits, readWhole } from '../files/read-whole'
import { readError } from '../files/system-errors'

/** Folders in folders up to so deep, as platforms pack them. */
const DEPTH = 4

/** More files than any class hands in. */
const MOST_FILES = 20_000

const ANSWERS = /\.bpans$/i
const ARCHIVE = /\.(?:zip|7z|rar|tar|gz|tgz)$/i

/**
 * Reads every file of answers in a folder and those in it: by its ending `.bpans`, or, renamed, by a first line of that form. A link is not
 * followed. One that cannot be read is named and does not stop the others.
 * Throws: data, where the folder itself cannot be read.
 */
export async function readSubmissions(folder: string, signal: AbortSignal): Promise<{ files: AnswerFile[]; problems: Problem[] }> {
  const files: AnswerFile[] = []
  const problems: Problem[] = []
  const tell = (file: string, code: Problem['code'], details: Problem['details'] = {}) => problems.push({ file, id: '', code, details })
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      signal.throwIfAborted()
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      if (files.length >= MOST_FILES) return
      if (entry.isSymbolicLink()) tell(name, 'lab-collect.link')
      else if (entry.isDirectory() && depth < DEPTH) await visit(name, depth + 1).catch((error: unknown) => refuse(name, error))
      else if (!entry.isFile()) continue
      else if (ARCHIVE.test(name)) tell(name, 'lab-collect.packed')
      else await read(name).catch((error: unknown) => refuse(name, error))
    }
  }
  const refuse = (name: string, error: unknown) => {
    signal.throwIfAborted()
    const known = readError(name, error)
    if (!(known instanceof AppError)) throw error
    if (known.code === 'data.file-too-large') {
      if (ANSWERS.test(name)) tell(name, 'lab-collect.too-large', { limit: Math.round(readLimits.answers / 1_048_576) })
    } else if (known.kind === 'format') {
      if (ANSWERS.test(name)) tell(name, 'lab-collect.damaged')
    } else tell(name, 'lab-collect.unreadable', { reason: known.message })
  }
  const read = async (name: string) => {
    const bytes = await readWhole(join(folder, name), 'answers')
    const text = fromUtf8(bytes, name)
    if (ANSWERS.test(name) || text.startsWith('{"format":')) files.push({ name, text })
  }
  try {
    await visit('', 0)
  } catch (error) {
    signal.throwIfAborted()
    throw readError(folder, error)
  }
  return { files, problems }
}
