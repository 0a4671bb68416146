/** Chinese characters and their punctuation are as wide as two Latin ones; emoji as well. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/**
 * About how much room a text takes, counted in Latin characters; before it is drawn, no more can be known.
 * Source: the classes W and F of Unicode Standard Annex #11, by their large blocks.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}
