/** The most values in one message: ten thousand features with all that can be said of each take less. */
const MOST_VALUES = 300_000
const MOST_DEPTH = 32
/** The most characters in all its texts together; a table that is pasted is one of them. */
const MOST_TEXT = 2 ** 28

/**
 * Whether a message of another process can be looked at without harm: plain data of objects, arrays and bytes, which is neither too deep nor
 * too long. The length of an array counts, not its elements: one with a single element can claim to have four thousand million.
 */
export function isBounded(message: unknown): boolean {
  let values = MOST_VALUES
  let text = MOST_TEXT

  function fits(value: unknown, depth: number): boolean {
    if (typeof value === 'string') return (text -= value.length) >= 0
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
    if (depth === MOST_DEPTH) return false
    if (Array.isArray(value)) return (values -= value.length) >= 0 && value.every((inner) => fits(inner, depth + 1))
    if (!isPlain(value)) return false
    // Without a list of all keys, which can be many.
    for (const key in value) {
      if (--values < 0 || (text -= key.length) < 0 || !fits((value as Record<string, unknown>)[key], depth + 1)) return false
    }
    return true
  }

  return fits(message, 0)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
