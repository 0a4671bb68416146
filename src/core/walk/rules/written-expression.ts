import { valueOf, type Bindings } from '../code/evaluate'
import { SIGN_STRENGTH, strengths, type Expression, type Operator } from '../code/parse'
import { written, type Written } from '../record/written'

const CALL_STRENGTH = 6
/** From here on e^z may overflow, and ln(1 + e^z) is written with the sign turned round. */
const LARGE = 30

const signs: Readonly<Partial<Record<Operator, string>>> = { '+': '+', '-': '−', '*': '·', '/': '/', '**': '^', '>': '>', '<=': '≤' }

/** Writes an expression out with the numbers of its names; of a `where`, the branch that is taken, with the reason if it is a constant. */
export function writtenExpression(expression: Expression, bindings: Bindings, weakest = 0): Written {
  const inner = (one: Expression, strength = 0) => writtenExpression(one, bindings, strength)
  switch (expression.kind) {
    case 'number':
      return literal(expression.text)
    case 'name':
      return written`${valueOf(expression, bindings)}`
    case 'negative':
      return bracketed(written`−${inner(expression.of, SIGN_STRENGTH)}`, SIGN_STRENGTH, weakest)
    case 'binary': {
      const { operator, left, right } = expression
      const strength = strengths[operator]
      const base = inner(left, operator === '**' ? strength + 1 : strength)
      if (operator === '**' && right.kind === 'number' && right.text === '2') return bracketed(written`${base}²`, strength, weakest)
      const text = joinedBy(base, signs[operator] ?? operator, inner(right, operator === '**' ? CALL_STRENGTH : strength + 1))
      return bracketed(text, strength, weakest)
    }
    case 'call':
      return writtenCall(expression.name, expression.args, bindings, weakest)
    case 'transpose':
      throw new Error('.T is of matrices')
  }
}

function writtenCall(name: string, args: readonly Expression[], bindings: Bindings, weakest: number): Written {
  const inner = (one: Expression, strength = 0) => writtenExpression(one, bindings, strength)
  const [first] = args
  switch (name) {
    case 'exp':
      return power(inner(first, SIGN_STRENGTH))
    case 'expm1':
      return bracketed(written`${power(inner(first, SIGN_STRENGTH))}−1`, strengths['-'], weakest)
    case 'softplus': {
      const z = inner(first, CALL_STRENGTH)
      if (valueOf(first, bindings) <= LARGE) return written`ln(1+${power(z)})`
      return bracketed(written`${z}+ln(1+${power(written`−${z}`)})`, strengths['+'], weakest)
    }
    case 'log':
      return written`ln(${inner(first)})`
    case 'abs':
      return written`|${inner(first)}|`
    case 'sqrt':
      return written`√${inner(first, CALL_STRENGTH)}`
    case 'maximum':
      return written`max(${inner(args[1])},${inner(first)})`
    case 'minimum':
      return written`min(${inner(args[1])},${inner(first)})`
    case 'sign':
      return written`sgn(${inner(first)})`
    case 'where':
      return branch(args, bindings, weakest)
    default:
      return written`${literal(name)}(${inner(first)})`
  }
}

/** The branch that a `where` takes. */
function branch([test, yes, no]: readonly Expression[], bindings: Bindings, weakest: number): Written {
  const holds = valueOf(test, bindings) !== 0
  const taken = holds ? yes : no
  if (taken.kind !== 'number') return writtenExpression(taken, bindings, weakest)
  const constant = written`${Number(taken.text)}`
  if (test.kind !== 'binary') return constant
  const left = valueOf(test.left, bindings)
  const bound = valueOf(test.right, bindings)
  if (holds) return written`${constant} since ${left}>${literal(String(bound))}`
  if (left === bound) return written`${constant} since ${literal(`z=${bound}, at the kink the left branch`)}`
  return written`${constant} since ${left}≤${literal(String(bound))}`
}

function literal(text: string): Written {
  return { texts: [text], numbers: [] }
}

function joinedBy(left: Written, sign: string, right: Written): Written {
  return written`${left}${literal(sign)}${right}`
}

function power(exponent: Written): Written {
  return written`e^${exponent}`
}

function bracketed(text: Written, strength: number, weakest: number): Written {
  return strength < weakest ? written`(${text})` : text
}
