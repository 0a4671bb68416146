import { parseNumber } from './number'

/** Compares two texts by code point, which is the same everywhere; the language's own order of strings is by UTF-16 unit. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return codePointNear(a, i) - codePointNear(b, i)
  }
  return a.length - b.length
}

/** The code point at a unit in which two texts first differ; a second surrogate stands for itself, its first one being equal in both. */
function codePointNear(text: string, i: number): number {
  return text.codePointAt(i) ?? 0
}

/** Class names in order: by number when all are numbers (equal ones, as `1` and `1.0`, by code point), else by code point. */
export function sortClasses(names: Iterable<string>): string[] {
  const sorted = [...names].sort(byCodePoint)
  const numbers = new Map(sorted.map((name) => [name, parseNumber(name)]))
  const numberOf = (name: string) => numbers.get(name) ?? NaN
  return sorted.some((name) => Number.isNaN(numberOf(name))) ? sorted : sorted.sort((a, b) => numberOf(a) - numberOf(b))
}
