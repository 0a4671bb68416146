/**
 * Compares two texts by code point, for sorting: the same order on every machine and in every language, unlike that of
 * a locale. (The language's own `<` goes by UTF-16 unit, which puts characters above U+FFFF before some below.)
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    // Where the second halves of two pairs differ, they compare as the whole pairs do, the first halves being equal.
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return codePoint(a, i) - codePoint(b, i)
  }
  return a.length - b.length
}

function codePoint(text: string, i: number): number {
  return text.codePointAt(i) ?? 0
}
