import type { Encoding } from './encoding'

/**
 * Detects the encoding of bytes that are not UTF-8, from all of them, piece by piece: GB18030 where they are valid GB18030 and more of the
 * bytes above ASCII are in runs as Chinese has them than in runs as Western languages have them, else Windows-1252; none when they are
 * damaged UTF-8, with more valid characters above ASCII than invalid ones.
 */
export class EncodingSurvey {
  private readonly utf8 = new TextDecoder()
  private readonly gb18030 = new TextDecoder('gb18030', { fatal: true })
  private readonly runs = new HighByteRuns()
  private isValidChinese = true
  private whole = 0
  private broken = 0

  push(bytes: Uint8Array): void {
    this.countUtf8(this.utf8.decode(bytes, { stream: true }))
    this.runs.push(bytes)
    this.tryChinese(() => this.gb18030.decode(bytes, { stream: true }))
  }

  end(): Encoding | null {
    this.countUtf8(this.utf8.decode())
    this.tryChinese(() => this.gb18030.decode())
    if (this.whole > this.broken) return null
    return this.isValidChinese && this.runs.areChinese() ? 'gb18030' : 'windows-1252'
  }

  private countUtf8(text: string): void {
    for (const character of text) {
      if (character === '\uFFFD') this.broken++
      else if (character > '\x7f') this.whole++
    }
  }

  private tryChinese(decode: () => string): void {
    try {
      if (this.isValidChinese) decode()
    } catch {
      this.isValidChinese = false
    }
  }
}

/**
 * Counts the bytes above ASCII by the runs they are in. A Chinese character is two bytes, the second of which may be ASCII; words are
 * written without ASCII letters around them. An accented letter is one byte, mostly between ASCII letters; two in a row are rare
 * (`população`), three hardly occur.
 */
class HighByteRuns {
  private chinese = 0
  private western = 0
  private length = 0
  private before = 0
  private last = 0

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte >= 0x80) {
        if (this.length === 0) this.before = this.last
        this.length++
      } else if (this.length > 0) {
        this.count(byte)
        this.length = 0
      }
      this.last = byte
    }
  }

  areChinese(): boolean {
    if (this.length > 0) this.count(0)
    this.length = 0
    return this.chinese > this.western
  }

  private count(after: number): void {
    const { length, before } = this
    const isWestern = length === 1 || (length === 2 && (isSmallLetter(before) || (isLetter(before) && isLetter(after))))
    if (isWestern) this.western += length
    else this.chinese += length
  }
}

function isSmallLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a
}

function isLetter(byte: number): boolean {
  return isSmallLetter(byte | 0x20)
}
