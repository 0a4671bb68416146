/**
 * Default tokens for a missing value, compared case-insensitively and without surrounding spaces: the words of people, then what pandas, R,
 * databases, spreadsheets and C libraries write.
 */
export const missingTokens: readonly string[] = [
  ...['', 'NA', 'N/A', 'NaN', 'null', 'None', '?', '-', '—', '缺失', '无'],
  ...['.', '<NA>', '-NaN', 'NaT', '\\N', '#N/A', '#N/A N/A', '#NA', '#DIV/0!', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#NAME?'],
  ...['1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN']
]

/** Leaves out tokens, case-insensitively. */
export function withoutTokens(tokens: readonly string[], gone: readonly string[]): string[] {
  const isGone = missingTest(gone)
  return tokens.filter((token) => !isGone(token.trim()))
}

type Test = (trimmed: string) => boolean

/** The tests of lists of tokens; a table with thousands of columns asks for the same one for each. */
const tests = new WeakMap<readonly string[], Test>()

/** Returns the test whether a trimmed cell is one of the tokens for a missing value, case-insensitively. */
export function missingTest(tokens: readonly string[]): Test {
  const test = tests.get(tokens) ?? createTest(tokens)
  tests.set(tokens, test)
  return test
}

function createTest(tokens: readonly string[]): Test {
  const lowerCase = new Set(tokens.map((token) => token.trim().toLowerCase()))
  const longest = Math.max(0, ...Array.from(lowerCase, (token) => token.length))
  return (trimmed) => trimmed.length <= longest && lowerCase.has(trimmed.toLowerCase())
}

/** Whether a trimmed cell is one of the default tokens for a missing value. */
export const isMissing = missingTest(missingTokens)
