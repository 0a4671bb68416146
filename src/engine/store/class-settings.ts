import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readSettingsJson, type SettingsFile } from '#core'
import { writeAtomically } from '../../node/files/write-atomically'
import { readIfPresent } from '../../node/files/read-if-present'

/** A file beside the session: the SHA-256 of the class settings it was begun with. */
const MARKER = 'class-settings.sha256'

/**
 * The settings a teacher put beside the program. They set up every machine once: whoever then changes something finds it again at the
 * next start, until the file is another one or is asked for again.
 */
export class ClassSettings {
  constructor(
    /** The path of the file, be it there or not; null where there is no place for one. */
    private readonly path: string | null,
    private readonly sessionFolder: string
  ) {}

  /** The folder where a table may lie that the settings were made for. */
  get folder(): string | undefined {
    return this.path === null ? undefined : dirname(this.path)
  }

  /** The settings of a file that no session was begun with yet; null where there is none. Throws: data, format, spec. */
  async unseen(): Promise<SettingsFile | null> {
    const bytes = await this.bytes()
    if (!bytes || (await this.hashSeen()) === sha256(bytes)) return null
    return readSettingsJson(bytes)
  }

  /** The settings; null where there is no file. Throws: data, format, spec. */
  async read(): Promise<SettingsFile | null> {
    const bytes = await this.bytes()
    return bytes && readSettingsJson(bytes)
  }

  /** Remembers that the session was begun with the file as it is. */
  async remember(): Promise<void> {
    const bytes = await this.bytes()
    if (!bytes) return
    await mkdir(this.sessionFolder, { recursive: true })
    await writeAtomically(join(this.sessionFolder, MARKER), sha256(bytes))
  }

  private async bytes(): Promise<Uint8Array | null> {
    return this.path === null ? null : readIfPresent(this.path)
  }

  private async hashSeen(): Promise<string | null> {
    const bytes = await readIfPresent(join(this.sessionFolder, MARKER))
    return bytes && new TextDecoder().decode(bytes)
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
