/** What stands for a missing value, whatever the case of its letters, with or without spaces around it. */
export const missingTokens: readonly string[] = ['', 'NA', 'N/A', 'NaN', 'null', 'None', '?', '-', '—', '缺失', '无']

/** A test whether a trimmed cell stands for a missing value: one of the tokens, whatever the case of its letters. */
export function missingTest(tokens: readonly string[]): (trimmed: string) => boolean {
  const lowerCase = new Set(tokens.map((token) => token.trim().toLowerCase()))
  const longest = Math.max(0, ...Array.from(lowerCase, (token) => token.length))
  return (trimmed) => trimmed.length <= longest && lowerCase.has(trimmed.toLowerCase())
}

/** Whether a trimmed cell stands for a missing value, by the list above. */
export const isMissing = missingTest(missingTokens)
