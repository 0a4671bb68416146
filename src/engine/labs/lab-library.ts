import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError, fromUtf8, readLabFile, requireMarkable, type Lab } from '#core'
import type { LessonInfo } from '#shared/contract'
import { lessonNames } from '#shared/lessons'
import { readWhole } from '../../node/files/read-whole'
import { readError } from '../../node/files/system-errors'

/** A lab file that was read. */
export interface LabSource {
  readonly lab: Lab
  readonly bytes: Uint8Array
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string
  readonly path: string
  /** The folder that it is in, and its name. */
  readonly folder: string
  readonly file: string
}

/** The ending of the names of lab files. */
export const LAB_ENDING = '.lab.md'

/** Reads a lab file. Throws: lab-file; data. */
export async function readLab(path: string): Promise<LabSource> {
  let bytes: Uint8Array
  try {
    bytes = await readWhole(path, 'settings')
  } catch (error) {
    throw readError(basename(path), error)
  }
  return labIn(bytes, path)
}

/** The lab that a file's bytes describe. Throws: lab-file; data. */
export function labIn(bytes: Uint8Array, path: string): LabSource {
  const file = basename(path)
  const lab = readLabFile(fromUtf8(bytes, file))
  requireMarkable(lab)
  return { lab, bytes, hash: createHash('sha256').update(bytes).digest('hex'), path, folder: dirname(path), file }
}

/** The lessons in a folder, each with what the list shows. Throws: lab-file; data. */
export async function listLessons(folder: string): Promise<LessonInfo[]> {
  return Promise.all(
    lessonNames.map(async (name) => {
      const { lab } = await readLab(join(folder, name + LAB_ENDING))
      const points = lab.sections.reduce((sum, section) => sum + section.points, 0)
      return { name, title: lab.title, sections: lab.sections.length, points }
    })
  )
}

/** Throws: request.lab-version, where a lab needs a newer version of the program than this one. */
export function requireVersion({ app }: Lab, version: string): void {
  const [least, own] = [app, version].map((one) => one.split('.').map((part) => Number.parseInt(part, 10)))
  for (const [i, part] of least.entries()) {
    if (part < (own[i] ?? 0)) return
    if (part > (own[i] ?? 0)) throw new AppError('request.lab-version', { least: app, version })
  }
}
