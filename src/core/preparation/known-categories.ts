import { spellingKey } from '../data/spellings'

/** The categories that some texts stand for. */
export interface FoundCategories {
  /** The index of each text's category, −1 where there is none. */
  readonly places: Int32Array
  /** 1 for a text that is no category itself, but one in another spelling. */
  readonly isRespelt: Uint8Array
}

/**
 * Finds the category of each text: the very text, or else the only category that differs from it in nothing but letter case, full width,
 * Unicode normalization, blanks and invisible characters (`TRUE` is `True`, as spreadsheets and Python write it).
 */
export function findCategories(categories: readonly string[], texts: readonly string[]): FoundCategories {
  const own = new Map(categories.map((category, place) => [category, place]))
  const places = Int32Array.from(texts, (text) => own.get(text) ?? -1)
  const isRespelt = new Uint8Array(texts.length)
  if (!places.includes(-1)) return { places, isRespelt }
  const byKey = placesByKey(categories)
  texts.forEach((text, code) => {
    const place = places[code] < 0 ? byKey.get(spellingKey(text)) : undefined
    if (place === undefined) return
    places[code] = place
    isRespelt[code] = 1
  })
  return { places, isRespelt }
}

/** Returns the index of the category of each key, without the keys that several categories have. */
function placesByKey(categories: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const several = new Set<string>()
  categories.forEach((category, place) => {
    const key = spellingKey(category)
    if (places.has(key)) several.add(key)
    places.set(key, place)
  })
  for (const key of several) places.delete(key)
  return places
}
