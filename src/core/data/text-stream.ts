import { AppError } from '../messages/app-error'
import type { Encoding } from './encoding'

/**
 * Characters of Windows-1252 at 80 to 9F; five code points are unassigned and stay control codes. Some versions of Node decode it as
 * Latin-1, which has control codes at all of them.
 * Source: WHATWG Encoding Standard, index windows-1252.
 */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Converts a file's bytes to UTF-8, piece by piece. UTF-8 itself is passed on unchanged and unchecked; byte order marks are kept.
 * Throws: data, for a zero byte, or for bytes that are not in the encoding.
 */
export class TextStream {
  private readonly decoder: TextDecoder | null
  private readonly encoder = new TextEncoder()
  private seen = 0

  constructor(readonly encoding: Encoding) {
    this.decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  }

  push(bytes: Uint8Array): Uint8Array {
    const zero = this.encoding.startsWith('utf-16') ? -1 : bytes.indexOf(0)
    if (zero >= 0) throw new AppError('data.not-text', { byte: this.seen + zero + 1 })
    this.seen += bytes.length
    return this.decoder === null ? bytes : this.decode((decoder) => decoder.decode(bytes, { stream: true }))
  }

  /** Returns the remaining bytes once all pieces were pushed. */
  end(): Uint8Array {
    return this.decode((decoder) => decoder.decode())
  }

  private decode(step: (decoder: TextDecoder) => string): Uint8Array {
    if (this.decoder === null) return new Uint8Array(0)
    try {
      const text = step(this.decoder)
      return this.encoder.encode(this.encoding === 'windows-1252' ? withOwnLetters(text) : text)
    } catch {
      throw new AppError('data.wrong-encoding', { encoding: this.encoding })
    }
  }
}

function withOwnLetters(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (code) => windows1252[code.charCodeAt(0) - 0x80])
}
