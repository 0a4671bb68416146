/** The place where the last statement begins: after the last semicolon that stands in no brackets. */
function lastStatement(text: string): number {
  let start = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (/[[(（［【]/.test(text[at])) depth++
    if (/[\])）］】]/.test(text[at])) depth--
    if (depth === 0 && /[;；]/.test(text[at])) start = at + 1
  }
  return start
}

/** `y =`, or nothing, and the expression after it. */
const STATEMENT = /^(\s*(?:[\p{ID_Start}_][\p{ID_Continue}]*\s*[=＝]\s*)?)([\s\S]*)$/u

/** Returns a program whose result is a function of what it was: `y = A @ x` becomes `y = sum(A @ x)`. */
export function wrapResult(program: string, name: string): string {
  const text = program.replace(/[\s;；]+$/u, '')
  const start = lastStatement(text)
  const [, label, expression] = STATEMENT.exec(text.slice(start)) ?? ['', '', '']
  return `${text.slice(0, start)}${label}${name}(${expression})`
}
