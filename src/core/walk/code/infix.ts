import { SIGN_STRENGTH, strengths, type Expression } from './parse'

/** The calls of functions in a language with Python's operators, from the texts of their arguments. */
export type Calls = Readonly<Record<string, (...args: string[]) => string>>

const CALL_STRENGTH = 6

/** The expression with Python's operators, brackets only where they are needed. */
export function infix(expression: Expression, calls: Calls): string {
  return textOf(expression, 0)

  function textOf(one: Expression, weakest: number): string {
    switch (one.kind) {
      case 'number':
      case 'name':
        return one.text
      case 'transpose':
        return `${textOf(one.of, CALL_STRENGTH)}.T`
      case 'negative':
        return bracketed(`-${textOf(one.of, SIGN_STRENGTH)}`, SIGN_STRENGTH, weakest)
      case 'call':
        return callText(one.name, one.args, weakest)
      case 'binary': {
        const strength = strengths[one.operator]
        const isPower = one.operator === '**'
        const left = textOf(one.left, isPower ? strength + 1 : strength)
        const right = textOf(one.right, isPower ? strength : strength + 1)
        return bracketed(`${left} ${one.operator} ${right}`, strength, weakest)
      }
    }
  }

  function callText(name: string, args: readonly Expression[], weakest: number): string {
    // What a method is called on needs brackets around a sum; an argument between commas needs none.
    const isMethod = methods.has(name)
    const texts = args.map((arg, index) => textOf(arg, isMethod && index === 0 ? CALL_STRENGTH : 0))
    const text = calls[name](...texts)
    return name === 'jacobian' ? bracketed(text, strengths['-'], weakest) : text
  }
}

/** The functions that become methods of their first argument. */
const methods: ReadonlySet<string> = new Set(['rowsum', 'colsum', 'total', 'rowmax'])

function bracketed(text: string, strength: number, weakest: number): string {
  return strength < weakest ? `(${text})` : text
}
