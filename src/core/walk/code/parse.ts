/** An expression of a walk's code. */
export type Expression =
  | { readonly kind: 'number' | 'name'; readonly text: string }
  | { readonly kind: 'negative' | 'transpose'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }

export type Operator = '+' | '-' | '*' | '/' | '@' | '**' | '>' | '<='

/** The precedence of each operator; a sign in front binds between products and powers, as in Python. */
export const strengths: Readonly<Record<Operator, number>> = { '>': 1, '<=': 1, '+': 2, '-': 2, '*': 3, '/': 3, '@': 3, '**': 5 }
export const SIGN_STRENGTH = 4

const TOKEN = /\s*(\d+(?:\.\d+)?(?:e-?\d+)?|[A-Za-z_]\w*|\*\*|<=|\.T|[-+*/@>(),])/y

/**
 * Reads an expression: Python's operators (`@` is the matrix product), `.T`, and calls. The rules write the code of their steps in it,
 * once for all languages.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  let next = 0
  const take = (): string | undefined => tokens[next++]
  const expect = (token: string) => {
    if (take() !== token) throw new Error(`${token} expected in ${text}`)
  }
  const isOperator = (token: string | undefined): token is Operator => token !== undefined && Object.hasOwn(strengths, token)

  function expression(weakest: number): Expression {
    let left = prefix()
    for (let operator = tokens[next]; isOperator(operator) && strengths[operator] >= weakest; operator = tokens[next]) {
      take()
      // Powers group from the right, all others from the left.
      const right = expression(operator === '**' ? strengths[operator] : strengths[operator] + 1)
      left = { kind: 'binary', operator, left, right }
    }
    return left
  }

  function prefix(): Expression {
    if (tokens[next] !== '-') return postfix(primary())
    take()
    return { kind: 'negative', of: expression(SIGN_STRENGTH) }
  }

  function postfix(of: Expression): Expression {
    if (tokens[next] !== '.T') return of
    take()
    return { kind: 'transpose', of }
  }

  function primary(): Expression {
    const token = take()
    if (token === undefined) throw new Error(`more expected after ${text}`)
    if (token === '(') {
      const inner = expression(0)
      expect(')')
      return inner
    }
    if (/^\d/.test(token)) return { kind: 'number', text: token }
    return tokens[next] === '(' ? { kind: 'call', name: token, args: list() } : { kind: 'name', text: token }
  }

  function list(): Expression[] {
    expect('(')
    const args = [expression(0)]
    while (tokens[next] === ',') {
      take()
      args.push(expression(0))
    }
    expect(')')
    return args
  }

  return expression(0)
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) throw new Error(`unexpected ${text.slice(at)} in ${text}`)
    tokens.push(match[1])
  }
  return tokens
}
