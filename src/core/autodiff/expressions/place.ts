/** A place in a text as a sentence counts it, in characters from 1, and as a caret needs it, in UTF-16 units from 0. */
export interface TextPlace {
  readonly character: number
  readonly offset: number
}

/** Returns the place of a UTF-16 unit. */
export function placeIn(text: string, at: number): { character: number; offset: number } {
  return { character: [...text.slice(0, at)].length + 1, offset: at }
}
