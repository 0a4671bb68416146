import { createHash, randomBytes } from 'node:crypto'
import { AppError, fromUtf8 } from '#core'
import { readIfPresent } from '../files/read-if-present'

/** A teacher's secret: what programs are run on, and under which codes answers are read, follows from it. */
export interface Secret {
  /** The content of its file. */
  readonly text: string
  readonly isNew: boolean
}

const FORM = /^backprop-lab-secret ([0-9a-f]{64})\s*$/

/** Reads the secret in a file, or makes one where there is none, which is then to be written. Throws: data.not-a-secret. */
export async function readSecret(path: string): Promise<Secret> {
  const bytes = await readIfPresent(path)
  if (bytes === null) return { text: `backprop-lab-secret ${randomBytes(32).toString('hex')}\n`, isNew: true }
  const text = fromUtf8(bytes, path)
  if (!FORM.test(text)) throw new AppError('data.not-a-secret', { name: path })
  return { text, isNew: false }
}

/** The seed of the networks that the program of a section is run on, which nobody else can compute. */
export function secretSeed({ text }: Secret, section: string): number {
  return createHash('sha256').update(`${text.trim()}:seed:${section}`).digest().readUInt32BE()
}

/** The code of a student, under which their answers are read: it tells nobody who it is. It begins with a letter, since a spreadsheet takes `12E34567` for a number. */
export function secretCode({ text }: Secret, id: string): string {
  const digest = createHash('sha256').update(`${text.trim()}:code:${id}`).digest('hex')
  return `S${digest.slice(0, 8).toUpperCase()}`
}
