import { describe, expect, it } from 'vitest'
import { explore, hessianProduct, shownGraph, traceOf, type ExpressionInputs } from '#core'
import type { GraphPicture } from '#shared/contract'
import { pictureLayout } from '../../../../src/node/graph-picture/picture-layout'
import { forwardPlot, inputOfSeed, productPlot, reversePlot, titleOf, type Plot } from '../../../../src/renderer/features/graph/plots'

const all = { hasValue: () => true, hasGradient: () => true }
const nothing = { hasValue: () => false, hasGradient: () => false }

function explored(text: string, inputs: ExpressionInputs) {
  const program = explore(text, inputs)
  const shown = shownGraph(program)
  const picture: GraphPicture = { ...shown, layout: pictureLayout(shown.nodes, shown.output), cost: null }
  return { picture, trace: traceOf(program), product: hessianProduct(program, null) }
}

const note = explored('x + y * z', { x: -2, y: 5, z: -4 })
const numbers = ({ boxes }: Plot) => boxes.map(({ label, upper, lower }) => [label, upper.text, lower.text])
const places = ({ boxes }: Plot) => boxes.map(({ x, y }) => [x, y])
const kinds = ({ edges }: Plot) => edges.map(({ kind }) => kind)

describe('the drawing of reverse mode', () => {
  it('has each value above its gradient', () => {
    expect(numbers(reversePlot(note.picture, all))).toEqual([
      ['x', '−2', '1'],
      ['y', '5', '−4'],
      ['z', '−4', '5'],
      ['×', '−20', '1'],
      ['+', '−22', '1']
    ])
  })

  it('has "?" and no lines back until the walk has come there', () => {
    const plot = reversePlot(note.picture, nothing)
    expect(plot.boxes[4]).toMatchObject({ upper: { text: '?', direction: 'unknown' }, lower: { text: '?', direction: 'unknown' } })
    expect(new Set(kinds(plot))).toEqual(new Set(['value']))
  })

  it('has a copy gate where a value fans out', () => {
    const { picture } = explored('x * x', { x: 3 })
    expect(reversePlot(picture, all).dots.map(({ id }) => id)).toEqual([0])
  })

  it('puts a long sign above its box', () => {
    const { picture } = explored('s = crossentropy(x, [1]); s + 1', { x: [[1, 2]] })
    expect(reversePlot(picture, all).boxes[1]).toMatchObject({ label: '', name: 's = crossentropy' })
    expect(titleOf(picture.nodes[1])).toBe('s = crossentropy')
  })
})

describe('the drawing of forward mode', () => {
  it('has the tangents of its seed, node above node of reverse mode', () => {
    const plot = forwardPlot(note.picture, all, note.trace, 'y')
    expect(numbers(plot)).toEqual([
      ['x', '−2', '0'],
      ['y', '5', '1'],
      ['z', '−4', '0'],
      ['×', '−20', '−4'],
      ['+', '−22', '−4']
    ])
    expect(places(plot)).toEqual(places(reversePlot(note.picture, all)))
  })

  it('marks the ways that the tangent takes, and no others', () => {
    // y → ×, z → × and x → +, × → +, in the order of the nodes they lead to.
    const { edges } = forwardPlot(note.picture, all, note.trace, 'y')
    expect(Object.fromEntries(edges.map(({ key, kind }) => [key, kind]))).toEqual({
      '1-3-0': 'tangent',
      '2-3-1': 'value',
      '0-4-0': 'value',
      '3-4-1': 'tangent'
    })
  })

  it('computes value and tangent together: both are "?" until then', () => {
    const plot = forwardPlot(note.picture, nothing, note.trace, 'y')
    expect(numbers(plot)[1]).toEqual(['y', '5', '1'])
    expect(numbers(plot)[3]).toEqual(['×', '?', '?'])
    expect(new Set(kinds(plot))).toEqual(new Set(['value']))
  })

  it('has "?" before there is a table', () => {
    expect(numbers(forwardPlot(note.picture, all, null, 'y'))[4]).toEqual(['+', '−22', '?'])
  })

  it('begins at an element of a matrix too', () => {
    const { picture, trace } = explored('sum(A * A)', { A: [[1, 2]] })
    expect(inputOfSeed('A[0, 1]')).toBe('A')
    expect(numbers(forwardPlot(picture, all, trace, 'A[0, 1]')).at(-1)).toEqual(['Σ', '5', '4'])
  })
})

describe('the drawing of a Hessian–vector product', () => {
  const { picture, product } = explored('x ^ 2 * y', { x: 3, y: 2 })

  it('has the graph above the graph of its gradients, its mirror image', () => {
    const plot = productPlot(picture, product, 'twoReverse')
    const count = picture.nodes.length
    const sums = plot.boxes.slice(0, count).map(({ x, y }, i) => [plot.boxes[count + i].x - x, plot.boxes[count + i].y + y])
    expect(new Set(sums.map(String)).size).toBe(1)
    expect(sums[0]).toEqual([0, plot.height - plot.nodeHeight])
    expect(plot.boxes.slice(count).map(({ label }) => label)).toEqual(['∂x', '∂y', '∂^ 2', '∂×'])
  })

  // H = [[2y, 2x], [2x, 0]] = [[4, 6], [6, 0]], v = (1, 1).
  it.each(['twoReverse', 'forwardOverReverse'] as const)('has H·v at the inputs: %s', (way) => {
    const results = productPlot(picture, product, way).boxes.filter(({ isResult }) => isResult)
    expect(results.map(({ label, lower }) => [label.replace('∂', ''), lower.text])).toEqual([
      ['x', '10'],
      ['y', '6']
    ])
  })

  it('has a line from each gate whose way back reads values', () => {
    const reads = productPlot(picture, product, 'twoReverse').edges.filter(({ kind }) => kind === 'reads')
    const gates = picture.nodes.filter(({ op }) => op !== 'input')
    expect(reads.map(({ key }) => key)).toEqual(gates.map(({ id }) => `${id}-reads`))
  })

  it('is the same drawing at another point', () => {
    const other = explored('x ^ 2 * y', { x: -1, y: 7 })
    for (const way of ['twoReverse', 'forwardOverReverse'] as const) {
      const [one, two] = [productPlot(picture, product, way), productPlot(other.picture, other.product, way)]
      expect(places(two)).toEqual(places(one))
      expect(two.edges).toEqual(one.edges)
    }
  })
})
