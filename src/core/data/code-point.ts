/**
 * Compares two texts by code point, for sorting: the same order on every machine and in every language, unlike a locale's. (JavaScript's
 * `<` compares UTF-16 units, which puts characters above U+FFFF before some below.)
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    // Where the low surrogates of two pairs differ, they compare as the whole pairs do, the high surrogates being equal.
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return codePoint(a, i) - codePoint(b, i)
  }
  return a.length - b.length
}

function codePoint(text: string, i: number): number {
  return text.codePointAt(i) ?? 0
}
