/** Maximum number of items that a message lists. */
const listed = 20

/** Joins the first twenty items for a message; a final … indicates that there are more. */
export function listOf(things: readonly (string | number)[]): string {
  return [...things.slice(0, listed), ...(things.length > listed ? ['…'] : [])].join(', ')
}

/** Joins names as `listOf` does, each in backticks. */
export function listOfNames(names: readonly string[]): string {
  return listOf(names.map((name) => `\`${name}\``))
}
