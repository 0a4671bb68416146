/** Number of cached texts, and their maximum length in bytes. */
const slots = 1024
const longest = 24

/** Thrown where bytes are not UTF-8. */
export class NotUtf8 extends Error {}

/**
 * Cache of the texts of short fields by their bytes, so that repeated texts need not be decoded each time. A new text replaces the one
 * in its slot.
 */
export class FieldTexts {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  private readonly kept = new Uint8Array(slots * longest)
  private readonly lengths = new Int8Array(slots).fill(-1)
  private readonly texts = new Array<string>(slots).fill('')

  /** Decodes and trims the text of some bytes. Throws: NotUtf8. */
  read(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start
    if (length > longest) return this.decode(bytes, start, end)
    let hash = length
    for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + bytes[i]
    const slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (slots - 1)
    if (this.lengths[slot] === length && this.holds(slot, bytes, start, end)) return this.texts[slot]
    const text = this.decode(bytes, start, end)
    this.kept.set(bytes.subarray(start, end), slot * longest)
    this.lengths[slot] = length
    this.texts[slot] = text
    return text
  }

  private holds(slot: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offset = slot * longest - start
    for (let i = start; i < end; i++) if (this.kept[offset + i] !== bytes[i]) return false
    return true
  }

  private decode(bytes: Uint8Array, start: number, end: number): string {
    let text = ''
    if (end - start <= longest) {
      let at = start
      while (at < end && bytes[at] < 0x80) text += String.fromCharCode(bytes[at++])
      if (at === end) return text.trim()
    }
    try {
      return this.decoder.decode(bytes.subarray(start, end)).trim()
    } catch {
      throw new NotUtf8()
    }
  }
}
