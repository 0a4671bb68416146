/**
 * Whether two values of settings are stored alike, which is what counts: a field that is undefined is one that is not there, and a table
 * may have a column called `constructor`, by which comparisons of objects (dequal, Node's) would take choices by column for a class.
 */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
