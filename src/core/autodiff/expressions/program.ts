import { AppError } from '../../messages/app-error'
import { parse, SyntaxError, type ExpressionTree, type Statement } from './expression.peggy'
import { expressionFunctions, functions } from './functions'
import { nearestName } from './nearest-name'
import { placeIn } from './place'
import { plainSigns } from './plain-signs'

export type { ExpressionTree, Statement }

/** Longer than any lesson needs, and short enough that the deepest nesting it allows fits the stack. */
const LONGEST_PROGRAM = 2000

function syntaxError(text: string, { expected, location }: SyntaxError): AppError {
  const at = location.start.offset
  const found = text.codePointAt(at)
  const details = { ...placeIn(text, at), found: found === undefined ? '' : String.fromCodePoint(found) }
  const wants = new Set(expected.map(({ description }) => description))
  if (wants.has('name')) return new AppError('graph.value-expected', details)
  if (wants.has('entry') || wants.has('number')) return new AppError('graph.entry-expected', details)
  return new AppError(wants.has('index') ? 'graph.index-expected' : 'graph.operator-expected', details)
}

function requireCall(text: string, { name, inputs, at }: ExpressionTree & { kind: 'call' }): void {
  const place = placeIn(text, at)
  if (!Object.hasOwn(functions, name)) {
    const details = { ...place, name, nearest: nearestName(name, expressionFunctions), functions: expressionFunctions.join(', ') }
    throw new AppError('graph.unknown-function', details)
  }
  const [least, most] = functions[name].takes
  const actual = inputs.length
  const expected = least === most ? `${least}` : `${least}–${most}`
  if (actual < least || actual > most) throw new AppError('graph.argument-count', { ...place, name, expected, actual })
}

/** Checks what a grammar cannot: the functions there are, their arguments, rows of one length, and which numbers a double can hold. */
function requireMeaning(text: string, tree: ExpressionTree): void {
  if (tree.kind === 'call') requireCall(text, tree)
  if (tree.kind === 'matrix') {
    const columns = tree.rows[0].length
    const odd = tree.rows.findIndex((row) => row.length !== columns)
    if (odd >= 0) {
      throw new AppError('graph.ragged', { ...placeIn(text, tree.at), row: odd + 1, actual: tree.rows[odd].length, expected: columns })
    }
  }
  const numbers = tree.kind === 'number' ? [tree.value] : tree.kind === 'matrix' ? tree.rows.flat() : []
  if (numbers.some((number) => Math.abs(number) === Infinity)) throw new AppError('graph.number-too-large', placeIn(text, tree.at))
  if ('inputs' in tree) for (const input of tree.inputs) requireMeaning(text, input)
}

/** Every statement but the last gives its value a name, else nothing could use it; none gives a name twice. */
function requireNames(text: string, statements: readonly Statement[]): void {
  const seen = new Set<string>()
  statements.forEach(({ name, at }, index) => {
    if (name === null) {
      if (index < statements.length - 1) throw new AppError('graph.unused-result', placeIn(text, at))
      return
    }
    if (seen.has(name)) throw new AppError('graph.assigned-twice', { ...placeIn(text, at), name })
    if (Object.hasOwn(functions, name)) throw new AppError('graph.assigned-function', { ...placeIn(text, at), name })
    seen.add(name)
  })
}

/**
 * Reads a program: `name = expression;` as often as needed, and an expression whose value is the result. Expressions have + − * / @ ^,
 * the minus sign, parentheses, numbers, matrices, names, `.T`, indices from 0 and the functions; no product without its sign. `^` binds
 * to the right and tighter than the minus before it: −x^2 is −(x²). Full-width signs and those of textbooks (× · ⊙ ÷ −) count as plain.
 * Throws: graph, pointing at the character.
 */
export function parseProgram(text: string, limit = LONGEST_PROGRAM): readonly Statement[] {
  if (text.length > limit) throw new AppError('graph.expression-too-long', { actual: text.length, limit })
  try {
    const statements = parse(plainSigns(text))
    for (const { tree } of statements) requireMeaning(text, tree)
    requireNames(text, statements)
    return statements
  } catch (error) {
    throw error instanceof SyntaxError ? syntaxError(text, error) : error
  }
}
