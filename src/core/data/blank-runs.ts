import { CR, LF } from './byte-lists'

const TAB = 9
const SPACE = 32
const QUOTE = 34

/**
 * Replaces each run of blanks between the fields of a line by a tab, and removes blanks at the beginning and the end of lines; blanks in
 * quotes are kept. Bytes come in pieces of any size.
 */
export class BlankRuns {
  /** Whether no field of the line was met yet, whether blanks were since the last one, and whether a quote is open. */
  private isAtStart = true
  private isBetween = false
  private isQuoted = false

  push(bytes: Uint8Array): Uint8Array {
    const result = new Uint8Array(bytes.length + 1)
    let length = 0
    for (const byte of bytes) {
      const isEnd = byte === LF || byte === CR
      if ((byte === SPACE || byte === TAB) && !this.isQuoted) {
        this.isBetween = !this.isAtStart
        continue
      }
      if (byte === QUOTE) this.isQuoted = !this.isQuoted
      if (this.isBetween && !isEnd) result[length++] = TAB
      this.isBetween = false
      this.isAtStart = isEnd && !this.isQuoted
      result[length++] = byte
    }
    return result.subarray(0, length)
  }
}

/** Replaces the runs of blanks in a text as `BlankRuns` does in bytes. */
export function withTabs(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new BlankRuns().push(new TextEncoder().encode(text)))
}
