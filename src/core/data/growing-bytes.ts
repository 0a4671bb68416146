/** Bytes that are added to piece by piece; each is copied a few times at most, however many pieces there are. */
export class GrowingBytes {
  private buffer: Uint8Array = new Uint8Array(0)
  private used = 0

  get length(): number {
    return this.used
  }

  /** Adds a copy of bytes. */
  push(bytes: Uint8Array): void {
    const length = this.used + bytes.length
    if (length > this.buffer.length) {
      const longer = new Uint8Array(Math.max(length, 2 * this.buffer.length))
      longer.set(this.bytes())
      this.buffer = longer
    }
    this.buffer.set(bytes, this.used)
    this.used = length
  }

  /** Returns the bytes so far, which stay as they are. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.used)
  }

  /** Returns the bytes and begins anew. */
  take(): Uint8Array {
    const bytes = this.bytes()
    this.buffer = new Uint8Array(0)
    this.used = 0
    return bytes
  }
}
