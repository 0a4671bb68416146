/**
 * Returns the offset of the first byte that is not part of a valid UTF-8 character; the length when all are. The host's decoder
 * validates; only where to cut is decided here.
 */
export function firstInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const isValid = (start: number, end: number) => {
    try {
      decoder.decode(bytes.subarray(start, end))
      return true
    } catch {
      return false
    }
  }
  // A line feed is never part of a longer character, so lines can be validated one by one.
  let start = 0
  let end = lineEnd(bytes, start)
  while (isValid(start, end) && end < bytes.length) {
    start = end
    end = lineEnd(bytes, start)
  }
  while (start < bytes.length) {
    const next = start + characterLength(bytes[start])
    if (!isValid(start, next)) break
    start = next
  }
  return start
}

function lineEnd(bytes: Uint8Array, start: number): number {
  const feed = bytes.indexOf(10, start)
  return feed < 0 ? bytes.length : feed + 1
}

/** Returns the length of a character in bytes, from its first byte. */
function characterLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}
