/**
 * The offset of the first byte that does not belong to a character of UTF-8; the length when all do. The host decoder
 * judges; only where to cut is decided here.
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
  // A line feed is never part of a longer character, so lines can be judged one by one.
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

/** How many bytes a character has, from its first one. */
function characterLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}
