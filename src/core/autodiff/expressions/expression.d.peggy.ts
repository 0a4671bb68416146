/** Where a part stands in the text: an operation's operator, the first character of everything else; from 0. */
interface Placed {
  readonly at: number
}

/** An expression as it is written, before its names have a meaning. */
export type ExpressionTree = Placed &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly ExpressionTree[] }
    | {
        readonly kind: 'operation'
        readonly operation: 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'negate'
        readonly inputs: readonly ExpressionTree[]
      }
  )

/** The error that the parser throws: what it expected, and what it found instead. */
export class SyntaxError extends Error {
  readonly expected: readonly { readonly type: string; readonly description?: string; readonly text?: string }[]
  readonly location: { readonly start: { readonly offset: number } }
}

export function parse(text: string): ExpressionTree
