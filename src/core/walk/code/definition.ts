import { valueOf, type Bindings } from './evaluate'
import { parseExpression, type Expression } from './parse'

/** An expression of a catalogue's entry, with the names that are defined before it. */
export interface Definition {
  readonly before: readonly { readonly name: string; readonly text: string; readonly expression: Expression }[]
  readonly text: string
  readonly expression: Expression
}

const known = new Map<string, Definition>()

/** Reads `expression`, or `name = expression; …; expression`, each text once. */
export function readDefinition(source: string): Definition {
  let definition = known.get(source)
  if (!definition) {
    const parts = source.split('; ')
    const text = parts[parts.length - 1]
    const before = parts.slice(0, -1).map((part) => {
      const [name, value] = part.split(' = ')
      return { name, text: value, expression: parseExpression(value) }
    })
    definition = { before, text, expression: parseExpression(text) }
    known.set(source, definition)
  }
  return definition
}

/** Returns the names in an expression, each once, in the order in which they first appear. */
export function namesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.text]
    case 'negative':
    case 'transpose':
      return namesOf(expression.of)
    case 'binary':
      return [...new Set([...namesOf(expression.left), ...namesOf(expression.right)])]
    case 'call':
      return [...new Set(expression.args.flatMap(namesOf))]
  }
}

/** Returns the text of an expression with other names: those of `names`, all others as they are. */
export function renamed(text: string, names: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\b[A-Za-z_]\w*\b(?!\()/g, (name) => (Object.hasOwn(names, name) ? names[name] : name))
}

/** Returns the terms that add up to an expression, each with its sign. */
export function termsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || (expression.operator !== '+' && expression.operator !== '-')) return [expression]
  const { operator, left, right } = expression
  return [...termsOf(left), ...(operator === '+' ? termsOf(right) : [{ kind: 'negative', of: right } as const])]
}

/** Returns the numbers of a definition's names, those defined before it included. */
export function boundBy(definition: Definition, bindings: Bindings): Bindings {
  const all: Record<string, number> = { ...bindings }
  for (const { name, expression } of definition.before) all[name] = valueOf(expression, all)
  return all
}
