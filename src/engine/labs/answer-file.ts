import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readAnswerChain, toWire, type AnswerChain, type WireError } from '#core'
import type { AnswerPlace } from '#shared/contract'
import { appendDurably } from '../../node/files/append-durably'
import { makeFolders } from '../../node/files/make-folders'
import { readIfPresent } from '../../node/files/read-if-present'
import { writeAtomically } from '../../node/files/write-atomically'

/** The file of somebody's answers to a lab in one place. */
export class AnswerFile {
  problem: WireError | null = null
  /** The text that is known to be in the file; null where that is not known. */
  private held: string | null = null

  constructor(
    readonly kind: AnswerPlace['kind'],
    readonly path: string
  ) {}

  /** The answers in the file as far as their chain holds; null where there are none, or they cannot be read, which `problem` tells. */
  async read(): Promise<AnswerChain | null> {
    try {
      const bytes = await readIfPresent(this.path, 'cases')
      return bytes && readAnswerChain(new TextDecoder().decode(bytes))
    } catch (error) {
      this.problem = toWire(error)
      return null
    }
  }

  /**
   * Makes the file hold a text that begins with all that it holds already, and returns whether that is on the disk; if not, `problem` tells
   * why, and the next time everything is written. What is in the file and not in the text is kept beside; `onKept` gets its path.
   */
  async put(text: string, onKept: (path: string) => void): Promise<boolean> {
    try {
      if (this.held !== null && text.startsWith(this.held))
        await appendDurably(this.path, Buffer.byteLength(this.held), text.slice(this.held.length))
      else await this.replace(text, onKept)
      this.held = text
      this.problem = null
    } catch (error) {
      this.held = null
      this.problem = toWire(error)
    }
    return this.problem === null
  }

  private async replace(text: string, onKept: (path: string) => void): Promise<void> {
    await makeFolders(dirname(this.path))
    const bytes = await readIfPresent(this.path, 'cases')
    if (bytes && !Buffer.from(text).subarray(0, bytes.length).equals(bytes)) {
      const beside = this.freePath()
      await writeAtomically(beside, bytes)
      onKept(beside)
    }
    await writeAtomically(this.path, text)
  }

  /** A name for what does not belong to the answers. */
  private freePath(): string {
    for (let number = 1; ; number++) {
      const path = join(dirname(this.path), `${basename(this.path, '.bpans')}.cut-${number}.txt`)
      if (!existsSync(path)) return path
    }
  }
}
