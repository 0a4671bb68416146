import { describe, expect, it } from 'vitest'
import { explore, nodeDetail, secondOrder, shownGraph, shownJacobians, traceOf, type ExpressionInputs } from '#core'
import { disagreement, readCases } from '../../support/reference'

const shown = (text: string, inputs: ExpressionInputs, opened: number[] = []) => shownGraph(explore(text, inputs, opened))

describe('a picture', () => {
  it('has the numbers of the note: f = −22 with the gradients 1, −4 and 5', () => {
    const { nodes, output } = shown('x + y * z', { x: -2, y: 5, z: -4 })
    expect(nodes.map(({ symbol, value, gradient, inputs }) => [symbol, value.elements, gradient?.elements, inputs])).toEqual([
      ['x', [-2], [1], []],
      ['y', [5], [-4], []],
      ['z', [-4], [5], []],
      ['×', [-20], [1], [1, 2]],
      ['+', [-22], [1], [0, 3]]
    ])
    expect(output).toBe(4)
  })

  it('folds constants into their operations and marks every place in the text', () => {
    const { nodes } = shown('2 * x + x ^ 2 - max(0, x)', { x: 3, unused: 1 })
    expect(nodes.map(({ symbol }) => symbol)).toEqual(['x', '2 ×', '^ 2', '+', 'max 0', '−'])
    expect(nodes[0].offsets).toEqual([4, 8, 23])
    expect(shown('2 * x', { x: 3, unused: 1 }).unusedInputs).toEqual(['unused'])
    // Labels are used, although they have no gradient.
    const labels = [[0], [1]]
    expect(
      shown('crossentropy(s, y)', {
        s: [
          [1, 2],
          [3, 4]
        ],
        y: labels
      }).unusedInputs
    ).toEqual([])
  })

  it('shows a composed function as one node until it is opened', () => {
    const inputs = { a: [[1], [2]], y: [[0], [1]] }
    const closed = shown('mse(a, y)', inputs)
    expect(closed.nodes.map(({ symbol, opens }) => [symbol, opens])).toEqual([
      ['a', false],
      ['y', false],
      ['mse', true]
    ])
    const open = shown('mse(a, y)', inputs, [closed.output])
    expect(open.nodes.map(({ symbol }) => symbol)).toEqual(['a', 'y', '−', '^ 2', 'mean'])
    expect(open.opened).toEqual([closed.output])
  })

  it('marks the first node that is not finite instead of refusing', () => {
    const { nodes } = shown('y + sqrt(x)', { x: 0, y: 1 })
    expect(nodes.map(({ problem }) => problem?.code ?? null)).toEqual([null, null, 'graph.no-derivative', null])
    expect(shown('1 + ln(x)', { x: -1 }).nodes.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'graph.not-finite', null])
  })

  it('of a matrix has values and no gradients', () => {
    const { nodes } = shown('A @ x', {
      A: [
        [1, 2],
        [3, 4]
      ],
      x: [[1], [1]]
    })
    expect(nodes.map(({ gradient }) => gradient)).toEqual([null, null, null])
    expect(nodes[2].value).toEqual({ rows: 2, columns: 1, isNumber: false, elements: [3, 7] })
  })
})

describe('a node in detail', () => {
  it('shows upstream × local = downstream, beside a difference', () => {
    const explored = explore('x * y', { x: 3, y: -2 })
    const detail = nodeDetail(explored, 2)
    expect(detail?.inputs.map(({ local, downstream }) => [local?.elements, downstream?.elements])).toEqual([
      [[-2], [-2]],
      [[3], [3]]
    ])
    const x = nodeDetail(explored, 0)
    expect(x?.arrived.map(({ from, gradient }) => [from, gradient.elements])).toEqual([[2, [-2]]])
    expect(x?.apart).toBeLessThan(1e-9)
    expect(nodeDetail(explored, 99)).toBeNull()
  })

  it('adds up what its uses send', () => {
    expect(nodeDetail(explore('4 * x + 2 * x', { x: 7 }), 0)?.arrived.map(({ gradient }) => gradient.elements)).toEqual([[2], [4]])
  })

  it('says where its operation has a kink, and what is taken there', () => {
    const kinkOf = (text: string) => nodeDetail(explore(text, { x: 0, y: 1 }), 2)?.kink ?? null
    expect(kinkOf('max(x, y)')).toEqual({ code: 'graph.kink-tie', details: {} })
    expect(kinkOf('relu(x) + y')).toEqual({ code: 'graph.kink-left', details: { place: 'z = 0' } })
    expect(kinkOf('abs(x) + y')).toEqual({ code: 'graph.kink', details: { place: 'x = 0', derivative: 0 } })
    expect(kinkOf('x * y')).toBeNull()
  })

  it('says that a difference quotient stands at a kink', () => {
    expect(nodeDetail(explore('abs(x)', { x: 0 }), 0)?.outputKink?.code).toBe('graph.kink-differences')
    expect(nodeDetail(explore('x ^ 2', { x: 0.3 }), 0)?.outputKink).toBeNull()
    expect(nodeDetail(explore('abs(x)', { x: 0 }), 0)?.differences.map(({ isKink }) => isKink)).toEqual([true])
    expect(nodeDetail(explore('x ^ 2', { x: 0.3 }), 0)?.differences.map(({ isKink }) => isKink)).toEqual([false])
  })

  it('of a closed function sends the gradients of all its operations together', () => {
    const explored = explore('mse(a, [0; 1])', { a: [[1], [3]] })
    const end = shownGraph(explored).output
    expect(nodeDetail(explored, end)?.inputs.map(({ id, downstream }) => [id, downstream?.elements])).toEqual([[0, [1, 2]]])
  })
})

describe('every number beside a finite difference', () => {
  const examples = readCases<{ id: string; expression: string; inputs: ExpressionInputs; expected: { gradients?: object } }>(
    'backward/graph-examples.json'
  )

  it.each(examples.filter(({ expected }) => expected.gradients).map((example) => [example.id, example] as const))(
    '%s',
    (_id, { expression, inputs }) => {
      const explored = explore(expression, inputs)
      for (const { node } of explored.drawn) {
        const detail = nodeDetail(explored, node.id)
        if (detail?.apart !== null && !detail?.differences.some(({ isKink }) => isKink)) expect(detail?.apart).toBeLessThan(1e-6)
      }
    }
  )
})

describe('both modes', () => {
  it('have a tangent for each seed beside the gradient', () => {
    const { seeds, rows } = traceOf(explore('x + y * z', { x: -2, y: 5, z: -4 }))
    expect(seeds).toEqual(['x', 'y', 'z'])
    expect(rows.map(({ tangents }) => tangents)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, -4, 5],
      [1, -4, 5]
    ])
    rows.forEach(({ gradient, difference }) => expect(difference).toBeCloseTo(Number(gradient), 6))
  })
})

describe('second derivatives', () => {
  it('times a direction are the same in both ways and as a difference of gradients', () => {
    const found = secondOrder('(1 - x) ^ 2 + 100 * (y - x ^ 2) ^ 2', { x: -1, y: 2, unused: 3 }, [1, -1.1])
    expect(found.names).toEqual(['x', 'y'])
    expect(found.hessian).toEqual([
      [402, 400],
      [400, 200]
    ])
    for (const product of [found.forwardOverReverse, found.twoReverseSweeps]) expect(disagreement(product, [-38, 180])).toBeLessThan(1e-12)
    expect(disagreement(found.difference, [-38, 180])).toBeLessThan(1e-6)
    expect(secondOrder('3 * 4', {}, null)).toMatchObject({ names: [], hessian: [], difference: [] })
  })

  it('have Jacobians beside them', () => {
    expect(shownJacobians('[1; 2] * t', { t: 3 })).toEqual([{ input: 't', columns: ['t'], rows: [[1], [2]] }])
  })
})
