/** Whether a text is digits alone, with or without a sign. */
export function isInteger(text: string): boolean {
  return /^[+-]?\d+$/.test(text)
}

/** Whether a text is an integer beyond ±2^53, from where on not every integer is a number of its own. */
export function isLongInteger(text: string): boolean {
  return text.length > 15 && isInteger(text) && !Number.isSafeInteger(Number(text))
}

/** Whether texts are integers, and some of them too long to be told apart as numbers: identifiers rather than quantities. */
export function areLongIntegers(texts: readonly string[]): boolean {
  return texts.some(isLongInteger) && texts.every(isInteger)
}
