import type { Encoding } from './encoding'

/** In a GB18030 file, at least this fraction of the characters above ASCII are common ones, those of GB 2312. */
const commonPart = 0.9

/**
 * Detects the encoding of bytes that are not UTF-8, from all of them, piece by piece: GB18030 where they are valid GB18030 and most of
 * the characters are common ones, else Windows-1252; none when they are damaged UTF-8, with more valid characters above ASCII than
 * invalid ones.
 */
export class EncodingSurvey {
  private readonly utf8 = new TextDecoder()
  private readonly gb18030 = new TextDecoder('gb18030', { fatal: true })
  private isChinese = true
  private whole = 0
  private broken = 0
  private pairs = 0
  private common = 0
  /** First byte of a pair whose second one has not arrived yet; −1 when there is none. */
  private lead = -1

  push(bytes: Uint8Array): void {
    this.countUtf8(this.utf8.decode(bytes, { stream: true }))
    this.countPairs(bytes)
    this.tryChinese(() => this.gb18030.decode(bytes, { stream: true }))
  }

  end(): Encoding | null {
    this.countUtf8(this.utf8.decode())
    this.tryChinese(() => this.gb18030.decode())
    if (this.whole > this.broken) return null
    return this.isChinese && this.common >= commonPart * this.pairs ? 'gb18030' : 'windows-1252'
  }

  private countUtf8(text: string): void {
    for (const character of text) {
      if (character === '\uFFFD') this.broken++
      else if (character > '\x7f') this.whole++
    }
  }

  private tryChinese(decode: () => string): void {
    try {
      if (this.isChinese) decode()
    } catch {
      this.isChinese = false
    }
  }

  /** In GB 2312 both bytes are at least A1; accented Latin letters are mostly followed by ASCII. */
  private countPairs(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.lead >= 0) {
        if (this.lead >= 0xa1 && this.lead <= 0xf7 && byte >= 0xa1) this.common++
        this.lead = -1
      } else if (byte >= 0x80) {
        this.pairs++
        this.lead = byte
      }
    }
  }
}
