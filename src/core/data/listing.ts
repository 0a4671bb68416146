/** How many things of a kind a message lists. */
const listed = 20

/** The first twenty of some things, for a message; a last … says that there are more. */
export function listOf(things: readonly (string | number)[]): string {
  return [...things.slice(0, listed), ...(things.length > listed ? ['…'] : [])].join(', ')
}

/** As listOf, each name in backticks. */
export function listOfNames(names: readonly string[]): string {
  return listOf(names.map((name) => `\`${name}\``))
}
