/** The tokens of a line of Python that are told apart: texts, remarks, names, numbers, signs. */
const TOKEN = /("""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(#[^\n]*)|([A-Za-z_]\w*)|(\S)/g

/** Names that mean something by themselves: Python's words, and the names of the function that is asked for and of what it is given. */
const KEPT = new Set(
  'and as assert break class continue def del elif else except for from global if import in is lambda None nonlocal not or pass raise return True False try while with yield backward P X y reg np numpy torch range len sum max min abs float int zip enumerate'.split(
    ' '
  )
)

/** A program without blanks and remarks, its own names numbered in their order: the same for programs that differ in these alone. */
export function normalizedCode(code: string): string {
  const names = new Map<string, string>()
  let before = ''
  return Array.from(code.matchAll(TOKEN), ([token, , remark, name]) => {
    const isAttribute = before === '.'
    before = token
    if (remark !== undefined) return ''
    if (name === undefined || isAttribute || KEPT.has(name)) return `${token} `
    const known = names.get(name) ?? `v${names.size}`
    names.set(name, known)
    return `${known} `
  }).join('')
}
