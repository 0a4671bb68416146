/** Characters that are not seen: zero-width spaces and joiners, soft hyphens, byte order marks, direction marks. */
const invisible = /[\u00AD\u061C\u200B-\u200F\u2060-\u2064\uFEFF]/g

/** All characters that a reader may not tell from others, or not see at all. */
const shownAsCode = /[\u00A0\u00AD\u061C\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]/g

/** Cyrillic letters that look like a Latin one as a small or as a capital letter. Source: Unicode Technical Standard 39, confusables. */
const lookAlikes: ReadonlyMap<string, string> = new Map(Array.from('авекмнорстухѕіј', (letter, i) => [letter, 'abekmhopctyxsij'[i]]))
const isAscii = /^[ -~]*$/

/** Replaces the letters of a text in small letters that looks all Latin and is not. */
function withLatin(text: string): string {
  if (isAscii.test(text)) return text
  const latin = Array.from(text, (letter) => lookAlikes.get(letter) ?? letter).join('')
  return isAscii.test(latin) ? latin : text
}

/** Whether columns are read with texts that differ in spelling alone kept apart, or merged into the most frequent one. */
export const spellingChoices = ['keep', 'merge'] as const
export type SpellingChoice = (typeof spellingChoices)[number]

/**
 * Returns what texts have in common that differ in letter case, full-width form, Unicode normalization, kinds of blanks,
 * Cyrillic letters that look Latin, or invisible characters alone.
 */
export function spellingKey(text: string): string {
  return withLatin(text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, ' ').trim().toLowerCase())
}

/** Returns the groups, of two texts or more, that differ in spelling alone; each in the order given. */
export function spellingGroups(texts: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const text of texts) {
    const key = spellingKey(text)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [text])
    else group.push(text)
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

/** Returns the most frequent spelling, the first of equally frequent ones, for each text that has others. */
export function commonSpellings(texts: readonly string[], rows: readonly number[]): ReadonlyMap<string, string> {
  const counts = new Map(texts.map((text, i) => [text, rows[i]]))
  const countOf = (text: string) => counts.get(text) ?? 0
  return new Map(
    spellingGroups(texts).flatMap((group) => {
      const best = group.reduce((most, text) => (countOf(text) > countOf(most) ? text : most))
      return group.map((text) => [text, best] as const)
    })
  )
}

/**
 * Writes a text so that it can be told from those that look alike: invisible characters and blanks by their codes, and so Cyrillic letters
 * of a text that looks all Latin.
 */
export function shownSpelling(text: string): string {
  const code = (one: string) => `<U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
  const small = text.toLowerCase()
  const visible = text.replace(shownAsCode, code)
  const marked = withLatin(small) === small ? visible : visible.replace(/\p{Script=Cyrillic}/gu, code)
  return text === text.normalize('NFC') ? marked : `${marked} (NFD)`
}
