/** The names of tensors as KaTeX source, with their ids. */
export type TexNames = readonly (readonly [tex: string, id: string])[]

/** Commands whose argument is text or a name of its own, in which no tensor is looked for. */
const TEXT = /^\\(?:text|mathrm|operatorname|begin|end|htmlData)\{[^{}]*\}/
const COMMAND = /^\\(?:[a-zA-Z]+|.)/

/**
 * Puts the id of each tensor that a formula names on its name, with the indices below it: `{\htmlData{tensor=W1}{W^{[1]}}}`. The longest name
 * counts, and none is looked for within another.
 */
export function namedTex(tex: string, names: TexNames): string {
  const byLength = [...names].sort(([a], [b]) => b.length - a.length)
  let named = ''
  let rest = tex
  while (rest !== '') {
    const found = firstName(rest, byLength)
    const length = found?.length ?? (TEXT.exec(rest) ?? COMMAND.exec(rest) ?? rest[0])[0].length
    const part = rest.slice(0, length)
    // In braces, for a name may be the argument of a command such as \hat.
    named += found ? `{\\htmlData{tensor=${found.id}}{${part}}}` : part
    rest = rest.slice(length)
  }
  return named
}

/** The name that a text begins with, and its length with indices: W_{kj}, ∂L/∂W_{kj}, or W_{1,kj} of W_{1}. */
function firstName(text: string, names: TexNames): { readonly id: string; readonly length: number } | null {
  for (const [name, id] of names) {
    if (text.startsWith(name)) return { id, length: name.length + (/^_\{[^{}]*\}/.exec(text.slice(name.length))?.[0].length ?? 0) }
    if (!name.endsWith('}')) continue
    const open = name.slice(0, -1)
    const index = text.startsWith(open) ? /^(?:_\{[^{}]*\}|,[a-z]+)\}/.exec(text.slice(open.length)) : null
    if (index) return { id, length: open.length + index[0].length }
  }
  return null
}
