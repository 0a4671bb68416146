import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { AppError, readSettingsJson, type SettingsFile } from '#core'
import type { StartProblem } from '#shared/contract'
import { readIfPresent } from '../../node/files/read-if-present'
import { StateFile } from '../../node/files/state-file'

/** A file beside the session: the SHA-256 of the class settings it was begun with. */
const MARKER = 'class-settings.sha256'

/**
 * The settings a teacher put beside the program. They set up every machine once: whoever then changes something finds it again at the
 * next start, until the file is another one or is asked for again.
 */
export class ClassSettings {
  private readonly marker: StateFile<string>
  /** The hash of the settings as they were read. */
  private hash: string | null = null
  /** The hash that is to be remembered with the session; null where it is, or there is none. */
  private toRemember: string | null = null

  constructor(
    /** The path of the file, be it there or not; null where there is no place for one. */
    private readonly path: string | null,
    sessionFolder: string
  ) {
    this.marker = new StateFile({ folder: sessionFolder, name: MARKER, parse: hashIn })
  }

  /** The folder where a table may lie that the settings were made for. */
  get folder(): string | undefined {
    return this.path === null ? undefined : dirname(this.path)
  }

  /** Why it is not known with which settings the session was begun; null where it is, or with none. */
  get problem(): StartProblem | null {
    return this.marker.problem
  }

  /**
   * The settings of a file that no session was begun with yet; null where there is none, and where that cannot be told: a session is not
   * replaced on a guess. Throws: data, format, spec.
   */
  async unseen(): Promise<SettingsFile | null> {
    const bytes = await this.bytes()
    if (!bytes) return null
    this.hash = sha256(bytes)
    if ((await this.marker.read()) === this.hash) return null
    if (!this.problem) return readSettingsJson(bytes)
    this.begin()
    return null
  }

  /** The session is begun with the settings as they were read, which is remembered when it is saved. */
  begin(): void {
    this.toRemember = this.hash
  }

  /** The settings; null where there is no file. Throws: data, format, spec. */
  async read(): Promise<SettingsFile | null> {
    const bytes = await this.bytes()
    return bytes && readSettingsJson(bytes)
  }

  /** Remembers what the session was begun with, unless it is remembered. Throws: file. */
  async remember(): Promise<void> {
    if (this.toRemember === null || this.marker.blocked) return
    await this.marker.write(this.toRemember)
    this.toRemember = null
  }

  private async bytes(): Promise<Uint8Array | null> {
    return this.path === null ? null : readIfPresent(this.path)
  }
}

/** Throws: format. */
function hashIn(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  if (!/^[0-9a-f]{64}$/.test(text)) throw new AppError('format.field', { field: MARKER, actual: text.slice(0, 40), expected: 'a SHA-256' })
  return text
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
