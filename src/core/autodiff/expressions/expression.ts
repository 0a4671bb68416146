import { AppError } from '../../messages/app-error'
import { activationOperations } from '../ops/activation'
import type { Algebra, GraphNode } from '../ops/operation'
import { parse, SyntaxError, type ExpressionTree } from './expression.peggy'

export type { ExpressionTree }

/** A function that expressions may call: how many arguments it takes, and the node that a call becomes. */
interface ExpressionFunction {
  readonly takes: number
  build(ops: Algebra, a: GraphNode, b: GraphNode): GraphNode
}

/** Every activation by its stored name, with `_` in place of `-`, which would be a minus. */
function activationFunctions(): Readonly<Record<string, ExpressionFunction>> {
  const entries = Object.entries(activationOperations).map(([name, operation]): [string, ExpressionFunction] => [
    name.replaceAll('-', '_'),
    { takes: 1, build: ({ apply }, x) => apply(operation, x) }
  ])
  return Object.fromEntries(entries)
}

const functions: Readonly<Record<string, ExpressionFunction>> = {
  max: { takes: 2, build: ({ max }, a, b) => max(a, b) },
  min: { takes: 2, build: ({ min }, a, b) => min(a, b) },
  ...activationFunctions(),
  exp: { takes: 1, build: ({ exp }, x) => exp(x) },
  ln: { takes: 1, build: ({ ln }, x) => ln(x) },
  sqrt: { takes: 1, build: ({ sqrt }, x) => sqrt(x) },
  sin: { takes: 1, build: ({ sin }, x) => sin(x) },
  cos: { takes: 1, build: ({ cos }, x) => cos(x) },
  abs: { takes: 1, build: ({ abs }, x) => abs(x) }
}

/** The functions that expressions may call. */
export const expressionFunctions: readonly string[] = Object.keys(functions)

/** Longer than any lesson needs, and short enough that the deepest nesting it allows fits the stack. */
const LONGEST = 2000

/** An error's place as its sentence counts, in characters from 1, and as a caret needs it, in UTF-16 units from 0. */
function placeIn(text: string, at: number): { character: number; offset: number } {
  return { character: [...text.slice(0, at)].length + 1, offset: at }
}

function syntaxError(text: string, { expected, location }: SyntaxError): AppError {
  const at = location.start.offset
  const found = text.codePointAt(at)
  const wantsValue = expected.some(({ description }) => description === 'number')
  return new AppError(wantsValue ? 'graph.value-expected' : 'graph.operator-expected', {
    ...placeIn(text, at),
    found: found === undefined ? '' : String.fromCodePoint(found)
  })
}

/** Checks what a grammar cannot: the functions there are, their arguments, and which numbers a double can hold. */
function requireMeaning(text: string, tree: ExpressionTree): void {
  if (tree.kind === 'call') {
    const place = placeIn(text, tree.at)
    if (!Object.hasOwn(functions, tree.name)) {
      const known = expressionFunctions.join(', ')
      throw new AppError('graph.unknown-function', { ...place, name: tree.name, functions: known })
    }
    const expected = functions[tree.name].takes
    const actual = tree.inputs.length
    if (actual !== expected) throw new AppError('graph.argument-count', { ...place, name: tree.name, expected, actual })
  }
  if (tree.kind === 'number' && tree.value === Infinity) {
    throw new AppError('graph.number-too-large', placeIn(text, tree.at))
  }
  if ('inputs' in tree) for (const input of tree.inputs) requireMeaning(text, input)
}

/**
 * Reads an expression: + − * / ^, the minus sign, parentheses, numbers, names and the functions above; nothing else, no
 * product without its sign. `^` binds to the right and tighter than the minus before it: −x^2 is −(x²).
 * Throws: graph, pointing at the character.
 */
export function parseExpression(text: string): ExpressionTree {
  if (text.length > LONGEST) throw new AppError('graph.expression-too-long', { actual: text.length, limit: LONGEST })
  try {
    const tree = parse(text)
    requireMeaning(text, tree)
    return tree
  } catch (error) {
    throw error instanceof SyntaxError ? syntaxError(text, error) : error
  }
}

/** An expression as part of a graph. */
export interface ExpressionNodes {
  readonly output: GraphNode
  /** Where in the text each node comes from. */
  readonly places: ReadonlyMap<GraphNode, { character: number; offset: number }>
}

/**
 * Adds the nodes of an expression to the graph of its inputs. A name stands for one node, however often it is used.
 * Throws: graph, at a name that is no input.
 */
export function expressionNodes(text: string, tree: ExpressionTree, inputs: ReadonlyMap<string, GraphNode>, ops: Algebra): ExpressionNodes {
  const places = new Map<GraphNode, { character: number; offset: number }>()

  function named(name: string, at: number): GraphNode {
    const node = inputs.get(name)
    if (node) return node
    if (Object.hasOwn(functions, name)) throw new AppError('graph.bare-function', { ...placeIn(text, at), name })
    throw new AppError('graph.unknown-input', { ...placeIn(text, at), name, inputs: [...inputs.keys()].join(', ') })
  }

  function nodeOf(part: ExpressionTree): GraphNode {
    if (part.kind === 'name') return named(part.name, part.at)
    if (part.kind === 'number') return ops.constant(part.value)
    const [a, b = a] = part.inputs.map(placed)
    if (part.kind === 'call') return functions[part.name].build(ops, a, b)
    return part.operation === 'negate' ? ops.negate(a) : ops[part.operation](a, b)
  }

  function placed(part: ExpressionTree): GraphNode {
    const node = nodeOf(part)
    if (!places.has(node)) places.set(node, placeIn(text, part.at))
    return node
  }

  return { output: placed(tree), places }
}
