/** Where a part stands in the text, from 0. */
interface Placed {
  /** An operation's operator, the first character of everything else. */
  readonly at: number
  /** Where it begins and ends, its parentheses included. */
  readonly from: number
  readonly to: number
}

/** An expression as it is written, before its names have a meaning. */
export type ExpressionTree = Placed &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'matrix'; readonly rows: readonly (readonly number[])[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly ExpressionTree[] }
    | { readonly kind: 'transpose'; readonly inputs: readonly [ExpressionTree] }
    | { readonly kind: 'index'; readonly inputs: readonly [ExpressionTree]; readonly indices: readonly number[] }
    | {
        readonly kind: 'operation'
        readonly operation: 'add' | 'subtract' | 'multiply' | 'divide' | 'matmul' | 'power' | 'negate'
        readonly inputs: readonly ExpressionTree[]
      }
  )

/** `name = expression`, or an expression alone. */
export interface Statement {
  readonly name: string | null
  readonly tree: ExpressionTree
  readonly at: number
}

/** The error that the parser throws: what it expected, and what it found instead. */
export class SyntaxError extends Error {
  readonly expected: readonly { readonly type: string; readonly description?: string; readonly text?: string }[]
  readonly location: { readonly start: { readonly offset: number } }
}

export function parse(text: string): readonly Statement[]
