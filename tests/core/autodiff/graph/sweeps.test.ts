import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createRandom,
  directionalDerivative,
  forwardSweep,
  Graph,
  gradients,
  hessian,
  hessianVectorProduct,
  jacobian,
  matrixFrom,
  reverseSweep,
  sweepEvents,
  toRows,
  type GraphNode,
  type Matrix
} from '#core'
import { normals } from '../../../support/operation-samples'

/** f(x, y, z) = x + y·z at the point of the course note: −22, with the gradient (1, −4, 5). */
function courseExample() {
  const graph = new Graph()
  const [x, y, z] = [graph.input('x', -2), graph.input('y', 5), graph.input('z', -4)]
  const product = graph.ops.multiply(y, z)
  return { graph, x, y, z, product, output: graph.ops.add(x, product) }
}

function numberOf({ value }: GraphNode): number {
  return value.data[0]
}

describe('a reverse sweep', () => {
  it('gives the values and gradients of the course note', () => {
    const { graph, x, y, z, product, output } = courseExample()
    const sweep = reverseSweep({ graph, output })
    expect([product, output].map(numberOf)).toEqual([-20, -22])
    expect([output, product, x, y, z].map((node) => numberOf(sweep.gradientOf(node)))).toEqual([1, 1, 1, -4, 5])
  })

  it('adds the gradients of a value that is used more than once', () => {
    const graph = new Graph()
    const x = graph.input('x', 3)
    const { add, multiply, sin } = graph.ops
    const output = add(multiply(x, x), add(sin(x), x))
    const sweep = reverseSweep({ graph, output })
    expect(numberOf(sweep.gradientOf(x))).toBeCloseTo(6 + Math.cos(3) + 1, 14)
    expect(sweep.steps.find(({ node }) => node === x)?.contributions.length).toBe(4)
  })

  it('walks only what leads to the nodes asked for', () => {
    const { graph, x, y, output } = courseExample()
    const sweep = reverseSweep({ graph, output, to: [x] })
    expect(sweep.steps.map(({ node }) => node)).toEqual([output, x])
    expect(numberOf(sweep.gradientOf(y))).toBe(0)
  })

  it('finds no gradient where the output does not depend on a node, and 1 at the output itself', () => {
    const graph = new Graph()
    const x = graph.input('x', matrixFrom([[1, 2]]))
    const y = graph.input('y', 3)
    expect(gradients({ graph, output: y, by: [x, y] }).map(({ value }) => toRows(value))).toEqual([[[0, 0]], [[1]]])
  })

  it('begins at one number, or with a seed of the output’s shape', () => {
    const graph = new Graph()
    const x = graph.input(
      'x',
      matrixFrom([
        [1, 2],
        [3, 4]
      ])
    )
    expect(() => reverseSweep({ graph, output: x })).toThrow('this value is 2×2')
    expect(() => reverseSweep({ graph, output: x, seed: matrixFrom([[1]]) })).toThrow('seed: expected 2×2, got 1×1.')
    const sweep = reverseSweep({
      graph,
      output: graph.ops.square(x),
      seed: matrixFrom([
        [1, 0],
        [0, -1]
      ])
    })
    expect(toRows(sweep.gradientOf(x).value)).toEqual([
      [2, 0],
      [0, -8]
    ])
  })

  it('survives a chain of 20,000 operations', () => {
    const graph = new Graph()
    const x = graph.input('x', 1)
    let output = x
    for (let i = 0; i < 20_000; i++) output = graph.ops.add(output, x)
    expect(numberOf(gradients({ graph, output, by: [x] })[0])).toBe(20_001)
  })
})

describe('the events of a reverse sweep', () => {
  it('tell of every node what came in, what came from above, the local gradient and what goes down', () => {
    const { graph, output } = courseExample()
    const events = sweepEvents(graph, reverseSweep({ graph, output }))
    expect(events.map(({ operation, name, gate }) => [operation, name, gate])).toEqual([
      ['add', '', 'distributes'],
      ['multiply', '', 'swaps'],
      ['input', 'z', 'none'],
      ['input', 'y', 'none'],
      ['input', 'x', 'none']
    ])
    const figures = (matrix: Matrix | null | undefined) => (matrix ? matrix.data[0] : null)
    const rows = events[1].inputs.map(({ value, local, downstream }) => [value, local?.values, downstream].map(figures))
    expect(figures(events[1].upstream)).toBe(1)
    expect(rows).toEqual([
      [5, -4, -4],
      [-4, 5, 5]
    ])
    expect(events[1].inputs.map(({ formula }) => formula)).toEqual(['g · b', 'g · a'])
  })

  it('are plain data, and each downstream gradient is the local one times the upstream', () => {
    const graph = new Graph()
    const random = createRandom(4)
    const [a, b] = [graph.input('a', normals(random, 2, 3)), graph.input('b', normals(random, 3, 2))]
    const { exp, matmul, mean, softmax, sum } = graph.ops
    const output = sum(exp(mean(softmax(matmul(a, b)), 'columns')))
    const events = sweepEvents(graph, reverseSweep({ graph, output }))
    expect(structuredClone(events)).toEqual(events)
    for (const { upstream, inputs } of events) {
      for (const { local, downstream } of inputs) {
        if (!local || !downstream) throw new Error('Every derivative here is small and not zero.')
        const { columns, data } = local.values
        downstream.data.forEach((sent: number, e: number) => {
          const product =
            local.kind === 'elementwise'
              ? data[e] * upstream.data[e]
              : [...upstream.data].reduce((sum, g, row) => sum + data[row * columns + e] * g, 0)
          expect(sent).toBeCloseTo(product, 14)
        })
      }
    }
  })

  it('show the copy gate: the contributions of all uses, and their sum', () => {
    const graph = new Graph()
    const x = graph.input('x', 3)
    const { add, multiply } = graph.ops
    const product = multiply(x, x)
    const events = sweepEvents(graph, reverseSweep({ graph, output: add(product, x) }))
    const last = events[events.length - 1]
    expect(last.contributions.map(({ from, gradient }) => [from, gradient.data[0]])).toEqual([
      [2, 1],
      [1, 3],
      [1, 3]
    ])
    expect(last.upstream.data[0]).toBe(7)
  })

  it('leave out a Jacobian that is too large', () => {
    const graph = new Graph()
    const a = graph.input('a', normals(createRandom(1), 20, 20))
    const output = graph.ops.sum(graph.ops.softmax(a))
    const [summed, softmax] = sweepEvents(graph, reverseSweep({ graph, output }))
    expect(summed.inputs[0].local?.kind).toBe('jacobian')
    expect(softmax.inputs[0].local).toBeNull()
    expect(softmax.inputs[0].downstream?.rows).toBe(20)
  })
})

describe('a forward sweep', () => {
  it('gives the same derivative along a direction as the gradient does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = createRandom(seed)
        const graph = new Graph()
        const [W, x] = [graph.input('W', normals(random, 3, 4)), graph.input('x', normals(random, 2, 3))]
        const { abs, logSoftmax, matmul, mean, multiply, sin } = graph.ops
        const problem = { graph, output: mean(multiply(logSoftmax(matmul(x, W)), abs(sin(matmul(x, W))))), by: [W, x] }
        const direction = [normals(random, 3, 4), normals(random, 2, 3)]
        const dots = gradients(problem).map(({ value }, index) =>
          [...value.data].reduce((sum, slope, e) => sum + slope * direction[index].data[e], 0)
        )
        expect(numberOf(directionalDerivative(problem, direction))).toBeCloseTo(dots[0] + dots[1], 12)
      }),
      { numRuns: 50 }
    )
  })

  it('answers for several outputs at once, and with zeros where nothing moves', () => {
    const { graph, x, y, z, output } = courseExample()
    const tangents = [
      { node: x, direction: matrixFrom([[1]]) },
      { node: y, direction: matrixFrom([[2]]) }
    ]
    const changes = forwardSweep({ graph, outputs: [output, z], tangents })
    expect(changes.map(numberOf)).toEqual([1 + 2 * -4, 0])
  })

  it('refuses a direction of another shape by the name of the node', () => {
    const { graph, x, output } = courseExample()
    const tangents = [{ node: x, direction: matrixFrom([[1, 2]]) }]
    expect(() => forwardSweep({ graph, outputs: [output], tangents })).toThrow('direction of x: expected 1×1, got 1×2.')
  })
})

describe('whole matrices of derivatives', () => {
  it('a Jacobian is the same by rows and by columns', () => {
    const graph = new Graph()
    const A = matrixFrom([
      [1, 2, 3],
      [4, 5, 6]
    ])
    const x = graph.input('x', matrixFrom([[1], [-1], [2]]))
    const y = graph.ops.matmul(graph.ops.constant(A), x)
    expect(toRows(jacobian(graph, y, x))).toEqual(toRows(A))
    const back = graph.input('b', matrixFrom([[1], [-1]]))
    const transposed = graph.ops.matmul(graph.ops.constant(A), back, 'left')
    expect(toRows(jacobian(graph, transposed, back))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6]
    ])
  })

  it('the Hessian of a quadratic form is A + Aᵀ, as the table of matrix derivatives says', () => {
    const graph = new Graph()
    const A = matrixFrom([
      [1, 2],
      [5, 3]
    ])
    const x = graph.input('x', matrixFrom([[0.5], [-2]]))
    const { constant, matmul } = graph.ops
    const output = matmul(x, matmul(constant(A), x), 'left')
    expect(toRows(gradients({ graph, output, by: [x] })[0].value)).toEqual([[1 - 14], [3.5 - 12]])
    expect(toRows(hessian({ graph, output, by: [x] }))).toEqual([
      [2, 7],
      [7, 6]
    ])
  })

  it('a Hessian is symmetric, and its product with a vector is what both ways without it give', () => {
    const graph = new Graph()
    const random = createRandom(12)
    const [a, b] = [graph.input('a', normals(random, 2, 2)), graph.input('b', normals(random, 2, 3))]
    const { exp, matmul, softmax, square, sum } = graph.ops
    const problem = { graph, output: sum(square(softmax(matmul(exp(a), b)))), by: [a, b] }
    const H = hessian(problem)
    const direction = [normals(random, 2, 2), normals(random, 2, 3)]
    const v = direction.flatMap(({ data }) => [...data])
    const rows = toRows(H)
    rows.forEach((row, i) => row.forEach((second, j) => expect(second).toBeCloseTo(rows[j][i], 13)))
    const expected = rows.map((row) => row.reduce((total, second, j) => total + second * v[j], 0))
    for (const mode of ['forward-over-reverse', 'two-reverse-sweeps'] as const) {
      const product = hessianVectorProduct(problem, direction, mode).flatMap(({ value }) => [...value.data])
      product.forEach((ours, e) => expect(ours).toBeCloseTo(expected[e], 12))
    }
  })
})

describe('a gradient norm', () => {
  it('can itself be differentiated: ∇‖∇L‖ = H·∇L / ‖∇L‖', () => {
    const graph = new Graph()
    const x = graph.input('x', matrixFrom([[0.5, -1.2, 2]]))
    const { exp, multiply, sin, sqrt, square, sum } = graph.ops
    const output = sum(multiply(exp(x), sin(x)))
    const [slope] = gradients({ graph, output, by: [x] })
    const norm = sqrt(sum(square(slope)))
    const ours = gradients({ graph, output: norm, by: [x] })[0].value
    const product = hessianVectorProduct({ graph, output, by: [x] }, [slope.value])[0].value
    ours.data.forEach((element: number, e: number) => expect(element).toBeCloseTo(product.data[e] / numberOf(norm), 12))
  })
})

describe('a graph', () => {
  it('numbers its nodes in the order of computation and knows its inputs', () => {
    const { graph, x, y, z } = courseExample()
    expect(graph.nodes.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4])
    expect(graph.inputs).toEqual([x, y, z])
  })

  it('keeps its values when the matrix given to it changes', () => {
    const graph = new Graph()
    const given = matrixFrom([[1, 2]], 'f32')
    const x = graph.input('x', given)
    const c = graph.ops.constant(given)
    given.data[0] = 9
    expect([x.value.data[0], c.value.data[0]]).toEqual([1, 1])
    expect(x.value.data).toBeInstanceOf(Float64Array)
  })

  it('refuses nodes of another graph, and a wrong number of inputs', () => {
    const graph = new Graph()
    const other = new Graph()
    const x = graph.input('x', 1)
    expect(() => graph.ops.add(x, other.input('y', 2))).toThrow('The operation add was given a node of another graph.')
    const { operation } = graph.ops.exp(x)
    if (!operation) throw new Error('A computed node has an operation.')
    expect(() => graph.ops.apply(operation, x, x)).toThrow('The operation exp was given 2 inputs; it takes 1.')
  })
})
