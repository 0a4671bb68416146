import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activationNames, activationOf, expressionFunctions, graphOf as derivativesOf, parseProgram, type ExpressionNode } from '#core'
import { disagreement, readCases } from '../../../support/reference'
import { refusalOf } from '../../../support/tables'

type Named = Readonly<Record<string, number>>

interface GraphCase {
  readonly id: string
  readonly expression: string
  readonly inputs: Named
  readonly expected: { readonly value: number; readonly gradients: Named; readonly hessian: number[][] }
}

/** The derivatives of a program of numbers. */
interface Numbers {
  readonly value: number
  readonly gradients: Named
  readonly hessian: readonly (readonly number[])[]
  readonly nodes: readonly ExpressionNode[]
}

const graphOf = (expression: string, inputs: Named) => derivativesOf(expression, inputs) as Numbers

describe('expressions against PyTorch autograd in float64', () => {
  const cases = readCases<GraphCase>('graph-cases.json')

  it.each(cases.map((one) => [one.expression, one] as const))('%s', (_expression, { expression, inputs, expected }) => {
    const { value, gradients, hessian } = graphOf(expression, inputs)
    expect(disagreement([value], [expected.value])).toBeLessThanOrEqual(1e-9)
    expect(Object.keys(gradients)).toEqual(Object.keys(inputs))
    const slopes = Object.keys(inputs).map((name) => expected.gradients[name])
    expect(disagreement(Object.values(gradients), slopes)).toBeLessThanOrEqual(1e-9)
    expect(disagreement(hessian.flat(), expected.hessian.flat())).toBeLessThanOrEqual(1e-9)
  })
})

const valueOf = (expression: string, inputs: Named = {}) => graphOf(expression, inputs).value

describe('the language', () => {
  it('puts powers before the minus, the minus before products, products before sums', () => {
    expect(valueOf('-x^2', { x: 3 })).toBe(-9)
    expect(valueOf('(-x)^2', { x: 3 })).toBe(9)
    expect(valueOf('-2 * 3 + 4')).toBe(-2)
    expect(valueOf('2 + 3 * 4 ^ 2 / 6')).toBe(10)
    expect(valueOf('2 * -x', { x: 3 })).toBe(-6)
    expect(valueOf('2 ^ -x', { x: 3 })).toBe(0.125)
    expect(valueOf('- - x - -x', { x: 3 })).toBe(6)
  })

  it('reads sums and products from the left and powers from the right', () => {
    expect(valueOf('10 - 3 - 2')).toBe(5)
    expect(valueOf('48 / 4 / 3')).toBe(4)
    expect(valueOf('2 ^ 3 ^ 2')).toBe(512)
    expect(valueOf('2 ^ -1 ^ 2')).toBe(0.5)
  })

  it('knows numbers in every usual form', () => {
    const numbers = ['7', '.5', '2.', '1e3', '1.5E-3', '2e+2'].map((text) => valueOf(text))
    expect(numbers).toEqual([7, 0.5, 2, 1000, 0.0015, 200])
  })

  it('takes names of any script, and spaces of any width', () => {
    expect(valueOf('学习率\u3000* w_1 + α', { 学习率: 2, w_1: 3, α: 1 })).toBe(7)
    expect(valueOf('\n x\t+\r\n y ', { x: 1, y: 2 })).toBe(3)
  })

  it('takes every function of its list', () => {
    const x = 0.7
    const host: Record<string, readonly [call: string, value: number]> = {
      max: ['max(x, 0.2)', x],
      min: ['min(x, 0.2)', 0.2],
      ...Object.fromEntries(activationNames.map((name) => [name.replaceAll('-', '_'), ['', activationOf(name).value(x)]])),
      exp: ['', Math.exp(x)],
      ln: ['', Math.log(x)],
      log: ['', Math.log(x)],
      sqrt: ['', Math.sqrt(x)],
      sin: ['', Math.sin(x)],
      cos: ['', Math.cos(x)],
      abs: ['', x],
      sum: ['', x],
      mean: ['', x],
      norm: ['', x],
      dot: ['dot(x, 2)', 2 * x],
      softmax: ['', 1],
      logsoftmax: ['', 0],
      pick: ['pick([1, 2], [1])[0]', 2],
      crossentropy: ['crossentropy([0, 0], [1])', Math.LN2],
      bce: ['bce(0, x)', Math.LN2],
      mse: ['mse(x, 1)', 0.09],
      mae: ['mae(x, 1)', 0.3],
      huber: ['huber(x, 3)', 2.3 - 0.5],
      hinge: ['hinge([1, 2], [1])', 0]
    }
    expect([...expressionFunctions].sort()).toEqual(Object.keys(host).sort())
    for (const name of expressionFunctions) {
      const [call, expected] = host[name]
      expect(valueOf(call || `${name}(x)`, { x }), name).toBeCloseTo(expected, 14)
    }
  })

  it('gives a negative base a power at whole exponents, with its derivatives', () => {
    expect(graphOf('x ^ 3', { x: -2 })).toMatchObject({ value: -8, gradients: { x: 12 }, hessian: [[-12]] })
    expect(graphOf('x ^ -2', { x: -2 })).toMatchObject({ value: 0.25, gradients: { x: 0.25 }, hessian: [[0.375]] })
    expect(graphOf('x ^ 2', { x: 0 })).toMatchObject({ value: 0, gradients: { x: 0 }, hessian: [[2]] })
  })

  it('differentiates by an exponent', () => {
    const { gradients, hessian } = graphOf('x ^ y', { x: 2, y: 3 })
    expect(gradients.x).toBeCloseTo(12, 13)
    expect(gradients.y).toBeCloseTo(8 * Math.LN2, 13)
    expect(hessian[0][1]).toBeCloseTo(4 + 12 * Math.LN2, 13)
    expect(hessian[1][1]).toBeCloseTo(8 * Math.LN2 ** 2, 13)
  })

  it('chooses at kinks what the conventions say', () => {
    expect(graphOf('abs(x) + relu(x)', { x: 0 }).gradients).toEqual({ x: 0 })
    expect(graphOf('max(x, y) + 10 * min(x, y)', { x: 2, y: 2 }).gradients).toEqual({ x: 5.5, y: 5.5 })
    expect(graphOf('max(x, x)', { x: 2 }).gradients).toEqual({ x: 1 })
  })
})

describe('the nodes', () => {
  it('come in the order of computation, with values and gradients, as the course note draws them', () => {
    const { nodes } = graphOf('x + y * z', { x: -2, y: 5, z: -4 })
    const rows = nodes.map(({ op, name, inputs, value, gradient, gate }) => [op, name, inputs, value, gradient, gate])
    expect(rows).toEqual([
      ['input', 'x', [], -2, 1, 'none'],
      ['input', 'y', [], 5, -4, 'none'],
      ['input', 'z', [], -4, 5, 'none'],
      ['multiply', '', [1, 2], -20, 1, 'swaps'],
      ['add', '', [0, 3], -22, 1, 'distributes']
    ])
    expect(nodes.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4])
  })

  it('have one node for a name that is used twice, and no gradient at constants', () => {
    const { nodes } = graphOf('x * x + 2 * 3', { x: 3, unused: 1 })
    expect(nodes.map(({ uses }) => uses)).toEqual([2, 0, 1, 1, 1, 1, 0])
    expect(nodes.map(({ op, gradient }) => [op, gradient])).toEqual([
      ['input', 6],
      ['input', null],
      ['multiply', 1],
      ['constant', null],
      ['constant', null],
      ['multiply', null],
      ['add', 1]
    ])
    expect(graphOf('x * x', { x: 3, unused: 1 }).gradients).toEqual({ x: 6, unused: 0 })
  })

  it('of an expression without inputs have a value and nothing to differentiate', () => {
    expect(graphOf('2 * 3', {})).toMatchObject({ value: 6, gradients: {}, hessian: [] })
    expect(graphOf('x', { x: 4 })).toMatchObject({ value: 4, gradients: { x: 1 }, hessian: [[0]] })
  })
})

describe('what is not in the language', () => {
  const inputs = { x: 1, y: 2 }

  it.each([
    ['', 'graph.value-expected', 1],
    ['   ', 'graph.value-expected', 4],
    ['x +', 'graph.value-expected', 4],
    ['* x', 'graph.value-expected', 1],
    ['+x', 'graph.value-expected', 1],
    ['x + * y', 'graph.value-expected', 5],
    ['()', 'graph.value-expected', 2],
    ['max(x, )', 'graph.value-expected', 8],
    ['2x', 'graph.operator-expected', 2],
    ['x y', 'graph.operator-expected', 3],
    ['2 (x)', 'graph.operator-expected', 3],
    ['(x)(y)', 'graph.operator-expected', 4],
    ['x = 3', 'graph.assigned-input', 1],
    ['x; y', 'graph.unused-result', 1],
    ['x, y', 'graph.operator-expected', 2],
    ['x.y', 'graph.operator-expected', 2],
    ['x!', 'graph.operator-expected', 2],
    ['x % y', 'graph.operator-expected', 3],
    ['x > y', 'graph.operator-expected', 3],
    ['(x + y', 'graph.operator-expected', 7],
    ['x + y)', 'graph.operator-expected', 6],
    ['1.2.3', 'graph.operator-expected', 4],
    ['2e', 'graph.operator-expected', 2],
    ['0x10', 'graph.operator-expected', 2],
    ['1_000', 'graph.operator-expected', 2],
    ['1,5', 'graph.operator-expected', 2],
    ['"x"', 'graph.value-expected', 1],
    ['`x`', 'graph.value-expected', 1],
    ['😀', 'graph.value-expected', 1],
    ['变量 + 😀', 'graph.value-expected', 6],
    ['x(3)', 'graph.unknown-function', 1],
    ['y + lg(x)', 'graph.unknown-function', 5],
    ['constructor(x)', 'graph.unknown-function', 1],
    ['__proto__(x)', 'graph.unknown-function', 1],
    ['toString', 'graph.unknown-input', 1],
    ['x + z', 'graph.unknown-input', 5],
    ['x + exp', 'graph.bare-function', 5],
    ['max(x)', 'graph.argument-count', 1],
    ['1 + max(x, y, 3)', 'graph.argument-count', 5],
    ['exp()', 'graph.argument-count', 1],
    ['sin(x, y)', 'graph.argument-count', 1],
    ['1 + 1e999', 'graph.number-too-large', 5]
  ])('`%s` is refused with %s at character %d', (text, code, character) => {
    const refusal = refusalOf(() => graphOf(text, inputs))
    expect([refusal.code, refusal.details.character]).toEqual([code, character])
    for (const sentence of [refusal.en, refusal.zh]) expect(sentence).not.toMatch(/\{\w+\}/)
  })

  it('says what stood there, in both languages', () => {
    const { en, zh, details } = refusalOf(() => graphOf('变量 + 😀 * 2', { 变量: 1 }))
    expect(en).toBe('Character 6: `😀` is not expected here; a number, a name, a function, a minus sign or ( is missing.')
    expect(zh).toBe('第 6 个字符：此处不应是 `😀`；缺少数字、变量名、函数、负号或左括号。')
    expect(details.offset).toBe(5)
    expect(refusalOf(() => graphOf('a + 😀', {})).details.offset).toBe(4)
    const atTheEnd = refusalOf(() => graphOf('x + ', inputs)).en
    expect(atTheEnd).toBe('Character 5: a number, a name, a function, a minus sign or ( is missing.')
  })

  it('names an input that is not finite, and an expression that is too long', () => {
    expect(refusalOf(() => graphOf('x', { x: NaN })).en).toBe('The input x is NaN; it must be a finite number.')
    expect(refusalOf(() => graphOf('x+'.repeat(1000) + 'x', { x: 1 })).code).toBe('graph.expression-too-long')
  })

  it('nests as deep as the longest text can', () => {
    const depth = 999
    for (const [open, close] of [
      ['(', ')'],
      ['-', ''],
      ['x^', '']
    ]) {
      expect(valueOf(`${open.repeat(depth)}x${close.repeat(depth)}`, { x: 1 })).toBe(open === '-' ? -1 : 1)
    }
    expect(valueOf(`${'sin('.repeat(399)}x${')'.repeat(399)}`, { x: 1 })).toBeGreaterThan(0)
  })
})

describe('where there is no finite number', () => {
  it.each([
    ['y + ln(x)', { x: 0, y: 1 }, 'Character 5: ln(0) is -Infinity, not a finite number.'],
    ['sqrt(x)', { x: -1 }, 'Character 1: sqrt(-1) is NaN, not a finite number.'],
    ['1 + y / x', { x: 0, y: 1 }, 'Character 7: divide(1, 0) is Infinity, not a finite number.'],
    ['x ^ 0.5', { x: -4 }, 'Character 3: power(-4, 0.5) is NaN, not a finite number.'],
    ['exp(x)', { x: 1000 }, 'Character 1: exp(1000) is Infinity, not a finite number.'],
    ['2 * sqrt(x)', { x: 0 }, 'Character 5: sqrt(0) has no finite derivative.'],
    ['x ^ y', { x: -2, y: 2 }, 'Character 3: power(-2, 2) has no finite derivative.'],
    ['x ^ 1.5', { x: 0 }, 'The second derivative with respect to x and x is not finite here.']
  ])('%s is refused by name', (expression, inputs, sentence) => {
    expect(refusalOf(() => graphOf(expression, inputs)).en).toBe(sentence)
  })

  it('a value in between may overflow as long as the end is finite', () => {
    expect(graphOf('1 / (1 + exp(-x))', { x: 50 }).value).toBe(1)
    expect(graphOf('tanh(x) + sigmoid(x) + softplus(-x)', { x: 1e4 })).toMatchObject({ value: 2, gradients: { x: 0 } })
  })
})

/** An expression as text with no more parentheses than the language needs, and what the host makes of it. */
interface Sample {
  readonly text: string
  readonly binding: number
  readonly value: (x: number, y: number) => number
}

const SUM = 1
const PRODUCT = 2
const MINUS = 3
const POWER = 4
const ATOM = 5

function within(sample: Sample, binding: number): string {
  return sample.binding >= binding ? sample.text : `(${sample.text})`
}

const { sample } = fc.letrec<{ sample: Sample }>((tie) => {
  const both = fc.tuple(tie('sample'), tie('sample'))
  const join = (sign: string, binding: number, compute: (a: number, b: number) => number) =>
    both.map(([a, b]): Sample => ({
      text: `${within(a, binding)} ${sign} ${within(b, binding + 1)}`,
      binding,
      value: (x, y) => compute(a.value(x, y), b.value(x, y))
    }))
  const leaf = (text: string, value: Sample['value']): Sample => ({ text, binding: ATOM, value })
  return {
    sample: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'expression' },
      fc.constantFrom(
        leaf('x', (x) => x),
        leaf('y', (_x, y) => y),
        leaf('0.5', () => 0.5),
        leaf('2', () => 2)
      ),
      join('+', SUM, (a, b) => a + b),
      join('-', SUM, (a, b) => a - b),
      join('*', PRODUCT, (a, b) => a * b),
      join('/', PRODUCT, (a, b) => a / b),
      tie('sample').map((a): Sample => ({
        text: `-${within(a, MINUS)}`,
        binding: MINUS,
        value: (x, y) => -a.value(x, y)
      })),
      fc.tuple(tie('sample'), fc.integer({ min: 0, max: 3 })).map(([a, n]): Sample => ({
        text: `${within(a, ATOM)} ^ ${n}`,
        binding: POWER,
        value: (x, y) => a.value(x, y) ** n
      })),
      fc.tuple(tie('sample'), fc.constantFrom(...(['sin', 'cos', 'tanh'] as const))).map(([a, name]): Sample => ({
        text: `${name}(${a.text})`,
        binding: ATOM,
        value: (x, y) => Math[name](a.value(x, y))
      }))
    )
  }
})

describe('any expression', () => {
  it('has the value that the host computes, and the gradient of its difference quotient', () => {
    const point = fc.integer({ min: -200, max: 199 }).map((n) => n / 100 + 0.003)
    fc.assert(
      fc.property(sample, point, point, ({ text, value }, x, y) => {
        const truth = value(x, y)
        const h = 1e-5
        const byX = (step: number) => (value(x + step, y) - value(x - step, y)) / (2 * step)
        const byY = (step: number) => (value(x, y + step) - value(x, y - step)) / (2 * step)
        const isTame = [truth, byX(h), byY(h)].every((number) => Math.abs(number) < 1e3)
        // Near a pole the quotient itself is not to be trusted: it changes with its step.
        fc.pre(text.length < 2000 && isTame && [byX, byY].every((by) => Math.abs(by(h) - by(h / 2)) < 1e-6))
        const ours = graphOf(text, { x, y })
        expect(ours.value).toBeCloseTo(truth, 8)
        expect(Math.abs(ours.gradients.x - byX(h))).toBeLessThan(1e-4)
        expect(Math.abs(ours.gradients.y - byY(h))).toBeLessThan(1e-4)
        const [[, mixed], [mixedAgain]] = ours.hessian
        expect(Math.abs(mixed - mixedAgain)).toBeLessThan(1e-9 * Math.max(1, Math.abs(mixed)))
      }),
      // The seed is fixed, since among all expressions some are finite only where their derivatives are not.
      { numRuns: 500, seed: 1 }
    )
  })

  it('never makes the parser throw anything but a sentence', () => {
    const likely = fc.constantFrom(...'xy12.e+-*/^(), =!"\u3000'.split(''), 'max', 'exp(')
    const piece = fc.oneof(likely, fc.string({ unit: 'grapheme', maxLength: 2 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        try {
          parseProgram(text)
        } catch {
          expect(refusalOf(() => parseProgram(text)).code).toMatch(/^graph\./)
        }
      }),
      { numRuns: 2000 }
    )
  })
})
