import { isAbsolute } from 'node:path'
import * as v from 'valibot'
import type { StartProblem } from '#shared/contract'
import { StateFile } from '../../node/files/state-file'
import { storedJson } from '../../node/files/stored-json'

const NAME = 'lab-at-work.json'

const schema = v.strictObject({
  format: v.literal(1),
  /** The path of the lab file, and its bytes as they were read: it may be gone, or another one, when the lab is taken up again. */
  path: v.pipe(v.string(), v.check(isAbsolute)),
  base64: v.pipe(v.string(), v.base64()),
  isLesson: v.boolean(),
  /** The student number; null in a preview. */
  id: v.nullable(v.string()),
  /** The folder that was chosen to hand in to; null for none. */
  folder: v.nullable(v.string()),
  isFinished: v.boolean()
})
export type UnfinishedLab = v.InferOutput<typeof schema>

/**
 * The lab that is worked on, kept for the next process: neither the end of this one nor that of the app is a way out of a lab. The answers
 * are in files of their own.
 */
export class UnfinishedLabFile {
  private readonly file: StateFile<UnfinishedLab | null>

  constructor(folder: string) {
    this.file = new StateFile({ folder, name: NAME, kind: 'answers', parse: storedJson(NAME, v.nullable(schema)) })
  }

  /** Why the file could not be read, and where it is kept; null where it was not there or was read. */
  get problem(): StartProblem | null {
    return this.file.problem
  }

  /** The lab that was worked on when a process ended; null where there was none. */
  read(): Promise<UnfinishedLab | null> {
    return this.file.read()
  }

  /** Moves the file aside: what was read turned out to be of no use. */
  refuse(why: unknown): Promise<void> {
    return this.file.refuse(why)
  }

  /** Keeps a lab, or that there is none. Where that fails the lab goes on: its places for answers tell of a full disk. */
  async keep(lab: Omit<UnfinishedLab, 'format'> | null): Promise<void> {
    await this.file.write(JSON.stringify(lab && { format: 1, ...lab })).catch(() => undefined)
  }
}
