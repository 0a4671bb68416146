export const LF = 10
export const CR = 13

/** Concatenates two byte arrays; returns the second itself where the first is empty. */
export function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Returns the offset after the last line end; 0 when there is none. A CR at the very end may be half of a CRLF and does not count. */
export function endOfLines(bytes: Uint8Array): number {
  const feed = bytes.lastIndexOf(LF)
  const ahead = bytes.subarray(feed + 1, bytes.length - 1)
  return feed + 1 + (ahead.lastIndexOf(CR) + 1)
}

/** Returns the offset of the first line end from `start` on; the length when there is none. */
export function endOfLine(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++
  return at
}

/** Decodes bytes as UTF-8; null when they are not valid UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
