import { describe, expect, it } from 'vitest'
import { graphOf, type ExpressionInputs, type TensorValue } from '#core'
import { disagreement, readCases } from '../../../support/reference'
import { refusalOf } from '../../../support/tables'

interface Example {
  readonly id: string
  readonly expression: string
  readonly inputs: ExpressionInputs
  readonly expected: {
    readonly value: TensorValue
    readonly gradients?: ExpressionInputs
    readonly jacobians?: Readonly<Record<string, number[][]>>
    readonly hessian?: number[][]
    readonly direction?: ExpressionInputs
    readonly hessianVectorProduct?: ExpressionInputs
  }
  readonly sweeps: { readonly forward: number; readonly reverse: number }
}

/** The form of a value, its numbers left out: a number, or the lengths of its rows. */
const formOf = (value: TensorValue) => (typeof value === 'number' ? 'number' : value.map((row) => row.length))
const flat = (value: TensorValue | undefined) => (typeof value === 'number' ? [value] : (value ?? []).flat())

describe('the examples of the notes, from NumPy and PyTorch', () => {
  const examples = readCases<Example>('backward/graph-examples.json')

  it.each(examples.map((example) => [example.id, example] as const))('%s', (_id, { expression, inputs, expected, sweeps }) => {
    const { direction, hessian } = expected
    const ours = graphOf(expression, inputs, { mode: 'both', ...(direction ? { direction } : {}), hessian: hessian ? 'always' : 'never' })
    expect(formOf(ours.value)).toEqual(formOf(expected.value))
    expect(disagreement(flat(ours.value), flat(expected.value))).toBeLessThanOrEqual(1e-12)
    for (const part of ['gradients', 'jacobians', 'hessianVectorProduct'] as const) {
      expect(Object.keys(ours[part] ?? {})).toEqual(Object.keys(expected[part] ?? {}))
      for (const [name, value] of Object.entries(expected[part] ?? {})) {
        const mine = ours[part]?.[name] ?? NaN
        expect(formOf(mine)).toEqual(formOf(value))
        expect(disagreement(flat(mine), flat(value))).toBeLessThanOrEqual(1e-12)
      }
    }
    expect(disagreement(flat(ours.hessian), flat(hessian))).toBeLessThanOrEqual(1e-12)
    expect([ours.cost?.forward?.sweeps, ours.cost?.reverse?.sweeps]).toEqual([sweeps.forward, sweeps.reverse])
  })
})

describe('matrices', () => {
  const A = [
    [1, 2, 3],
    [4, 5, 6]
  ]

  it.each<[string, TensorValue]>([
    [
      'A.T',
      [
        [1, 4],
        [2, 5],
        [3, 6]
      ]
    ],
    ['A[1, 2]', 6],
    ['A[1]', [[4, 5, 6]]],
    ['A.T[0][1]', 4],
    ['[1; 2; 3][1]', 2],
    ['[1, 2, 3][2]', 3],
    [
      '[1, 2; 3, -4]',
      [
        [1, 2],
        [3, -4]
      ]
    ],
    [
      '[[1, 2], [3, 4]] - 1',
      [
        [0, 1],
        [2, 3]
      ]
    ],
    [
      '[1; 2] + [10, 20]',
      [
        [11, 21],
        [12, 22]
      ]
    ],
    ['sum(A, 0)', [[5, 7, 9]]],
    ['sum(A, 1)', [[6], [15]]],
    ['mean(A, 1)', [[2], [5]]],
    ['A @ [1; 0; -1]', [[-2], [-2]]],
    ['pick(A, [2, 0])', [[3], [4]]],
    ['2 × A[0, 1] − 6 ÷ 3', 2],
    ['（Ａ ＋ １）[0, 0]'.replace('Ａ', 'A'), 2],
    ['B = A .T; # the transpose\n B[0, 1]', 4],
    ['x = 3; y = x ** 2; y + x', 12],
    ['A[0, 0] ⊙ A[0, 1] · 3', 6]
  ])('%s', (expression, value) => {
    expect(graphOf(expression, { A }).value).toEqual(value)
  })

  it('of one element are not numbers, and have a gradient all the same', () => {
    expect(graphOf('[1, 2] @ x', { x: [[3], [4]] })).toMatchObject({ value: [[11]], gradients: { x: [[1], [2]] } })
  })

  it('that are no single number have Jacobians', () => {
    const { gradients, jacobians, hessian } = graphOf('sin(t * [1; 2; 3; 4])', { t: 0, unused: [[1, 2]] })
    expect(gradients).toBeUndefined()
    expect(hessian).toBeUndefined()
    expect(jacobians).toEqual({ t: [[1], [2], [3], [4]], unused: Array(4).fill([0, 0]) })
  })
})

describe('the cost of derivatives', () => {
  it('is that of a neuron with five inputs: 3 multiplications for the value, 7 in reverse, 19 in five forward sweeps', () => {
    const { cost } = graphOf('sigmoid(w0 * x0 + w1 * x1 + w2)', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 }, { mode: 'both' })
    expect(cost).toEqual({ value: 3, forward: { sweeps: 5, multiplications: 19 }, reverse: { sweeps: 1, multiplications: 7 } })
  })

  it('is less in forward mode where one number moves many', () => {
    const { cost } = graphOf('sin(t * [1; 2; 3; 4])', { t: 1 }, { mode: 'both' })
    expect(cost?.forward?.sweeps).toBe(1)
    expect(cost?.reverse?.sweeps).toBe(4)
    expect(cost?.forward?.multiplications).toBeLessThan(cost?.reverse?.multiplications ?? 0)
    expect(graphOf('x * x', { x: 3 }, { mode: 'reverse' }).cost).toEqual({ value: 1, reverse: { sweeps: 1, multiplications: 2 } })
  })
})

describe('many inputs', () => {
  const inputs = Object.fromEntries(Array.from({ length: 3000 }, (_, k) => [`x${k}`, k / 1000]))

  it('cost one sweep over what is used, without a Hessian unless it is asked for', () => {
    const expression = Array.from({ length: 180 }, (_, k) => `x${k * 3}*x${k}`).join('+')
    const { gradients, hessian, cost } = graphOf(expression, inputs, { mode: 'reverse' })
    expect(cost).toEqual({ value: 180, reverse: { sweeps: 1, multiplications: 360 } })
    expect(gradients?.x0).toBe(0)
    expect(hessian).toBeUndefined()
    expect(refusalOf(() => graphOf(expression, inputs, { hessian: 'always' })).code).toBe('graph.hessian-too-large')
  })

  it('of which few are used have a Hessian with zeros for the others', () => {
    const { hessian } = graphOf('x1 * x2', Object.fromEntries(Object.entries(inputs).slice(0, 100)))
    expect(hessian).toHaveLength(100)
    expect(hessian?.flat().filter((second) => second !== 0)).toEqual([1, 1])
    expect(hessian?.[1][2]).toBe(1)
  })
})

describe('what does not fit is refused at its place', () => {
  const inputs = {
    A: [
      [1, 2, 3],
      [4, 5, 6]
    ],
    x: [[1], [2]],
    weights: 2
  }

  it.each([
    ['A @ x', 3, 'Character 3: A 2×3 @ x 2×1: inner 3 ≠ 2; did you mean A.T @ x?'],
    ['x @ (A + 1)', 3, 'Character 3: x 2×1 @ (A + 1) 2×3: inner 1 ≠ 2; did you mean x.T @ (A + 1)?'],
    [
      'A * [1; 2; 3]',
      3,
      'Character 3: A 2×3 * [1; 2; 3] 3×1: the shapes do not fit element by element; for the matrix product write A @ [1; 2; 3].'
    ],
    ['A + [1; 2; 3]', 3, 'Character 3: A 2×3 + [1; 2; 3] 3×1: the shapes do not fit element by element.'],
    ['mse(A, [1; 2; 3])', 1, 'Character 1: mse does not take the shapes 2×3, 3×1 together.'],
    ['wieghts * 2', 1, 'Character 1: no value is given for `wieghts`; did you mean `weights`?; values are given for A, x, weights.'],
    ['sofmax(A)', 1, '; did you mean `softmax`?; the functions are '],
    ['a = 1; a = 2; a', 8, 'Character 8: `a` already has a value; use another name.'],
    ['A = 1; A', 1, 'Character 1: `A` is an input, whose value is given; use another name, or remove the input.'],
    ['sum = 1; sum', 1, 'Character 1: `sum` is a function; use another name.'],
    ['[1, 2; 3]', 1, 'Character 1: row 2 of this matrix has 1 number; the first has 2.'],
    ['[1, x]', 5, 'Character 5: `x` is not expected here; a matrix is written with numbers alone, its rows separated by semicolons.'],
    ['A[2, 0]', 2, 'Character 2: there is no element 2, 0 in 2×3; indices begin at 0.'],
    ['A[x]', 3, 'Character 3: `x` is not expected here; an index is a whole number from 0.'],
    ['sum(A, 2)', 8, 'Character 8: the axis of sum is 0 (over the rows) or 1 (over the columns).'],
    ['crossentropy(A, [0, 3])', 17, 'Character 17: 3 is no column of crossentropy; labels are whole numbers from 0 to 2.'],
    ['crossentropy(A, [0])', 17, 'Character 17: crossentropy needs one label a row, 2, not 1.']
  ])('%s', (expression, character, sentence) => {
    const { details, en, zh } = refusalOf(() => graphOf(expression, inputs))
    expect(details.character).toBe(character)
    expect(en).toContain(sentence)
    for (const text of [en, zh]) expect(text).not.toMatch(/\{\w+\}/)
  })
})
