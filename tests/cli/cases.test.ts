import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { drawGraph } from '../../src/cli/graph'
import type { CommandContext } from '../../src/cli/report-error'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'
import { disagreement, readCases, referenceFile, type GradientCase } from '../support/reference'

const folder = temporaryFolders()

interface GraphCase {
  readonly id: string
  readonly expected: { readonly value: number; readonly gradients: Record<string, number>; readonly hessian: number[][] }
}

describe('the cases of the reference, through the command line', () => {
  it('grad answers all of them in order, Hessian-vector products included', async () => {
    const { code, stdout, stderr } = await cli(['grad', referenceFile('gradient-cases.json')])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const answers = JSON.parse(stdout) as (GradientCase['expected'] & { id: string })[]
    const cases = readCases<GradientCase>('gradient-cases.json')
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    answers.forEach(({ loss, hessianVectorProduct }, c) => {
      expect(disagreement([loss], [cases[c].expected.loss])).toBeLessThanOrEqual(1e-9)
      expect(hessianVectorProduct === undefined).toBe(cases[c].expected.hessianVectorProduct === undefined)
    })
  })

  it('fit answers all of them', async () => {
    const { code, stdout } = await cli(['fit', referenceFile('training-cases.json')])
    const answers = JSON.parse(stdout) as { id: string; batchLosses: number[]; parameters: unknown[] }[]
    expect(code).toBe(0)
    expect(answers.every(({ batchLosses, parameters }) => batchLosses.length > 0 && parameters.length > 0)).toBe(true)
  })

  it('graph answers all of them', async () => {
    const text = readFileSync(referenceFile('graph-cases.json'), 'utf8')
    const { code, stdout } = await cli(['graph', '-'], { readInput: async () => text })
    expect(code).toBe(0)
    const cases = JSON.parse(text) as GraphCase[]
    ;(JSON.parse(stdout) as (GraphCase['expected'] & { id: string })[]).forEach(({ id, value, gradients, hessian }, c) => {
      const { expected } = cases[c]
      expect(id).toBe(cases[c].id)
      expect(disagreement([value], [expected.value])).toBeLessThanOrEqual(1e-9)
      expect(Object.keys(gradients)).toEqual(Object.keys(expected.gradients))
      expect(disagreement(Object.values(gradients), Object.values(expected.gradients))).toBeLessThanOrEqual(1e-9)
      expect(disagreement(hessian.flat(), expected.hessian.flat())).toBeLessThanOrEqual(1e-9)
    })
  })
})

describe('graph on the examples of the notes', () => {
  interface Example {
    readonly id: string
    readonly expected: Readonly<Record<string, unknown>> & { readonly direction?: unknown }
  }

  it('answers all of them: gradients or Jacobians, Hessians and their products with a direction', async () => {
    const examples = JSON.parse(readFileSync(referenceFile('backward/graph-examples.json'), 'utf8')) as Example[]
    const text = JSON.stringify(examples.map((example) => ({ ...example, direction: example.expected.direction })))
    const { code, stdout } = await cli(['graph', '-'], { readInput: async () => text })
    expect(code).toBe(0)
    const answers = JSON.parse(stdout) as Readonly<Record<string, unknown>>[]
    answers.forEach((answer, index) => {
      const { id, expected } = examples[index]
      expect(answer.id).toBe(id)
      for (const part of ['value', 'gradients', 'jacobians', 'hessian', 'hessianVectorProduct']) {
        if (expected[part] !== undefined)
          expect(disagreement(numbersIn(answer[part]), numbersIn(expected[part]))).toBeLessThanOrEqual(1e-12)
      }
    })
  })

  it('gives no Hessian to matrices unless it is asked for', async () => {
    const text = JSON.stringify([{ id: 'a', expression: 'sum(x ^ 2)', inputs: { x: [[1], [2]] } }])
    const readInput = async () => text
    expect(JSON.parse((await cli(['graph', '-'], { readInput })).stdout)).toEqual([{ id: 'a', value: 5, gradients: { x: [[2], [4]] } }])
    const { stdout } = await cli(['graph', '-', '--hessian'], { readInput })
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'a',
        value: 5,
        gradients: { x: [[2], [4]] },
        hessian: [
          [2, 0],
          [0, 2]
        ]
      }
    ])
  })
})

/** The numbers of a JSON value, in the order they are written in. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('a malformed case', () => {
  const good = {
    network: { inputs: 1, layers: [{ units: 1, activation: 'linear' }] },
    loss: { kind: 'mean-squared-error' },
    regularization: { l1: 0, l2: 0 },
    parameters: [{ W: [[1]], b: [0] }],
    X: [[1]],
    y: [[2]]
  }
  const file = (value: unknown) => {
    const path = join(folder(), '题目.json')
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
    return path
  }

  it('exits 3 with the place of the fault on stderr and nothing on stdout', async () => {
    const bad = { ...good, parameters: [{ W: [[1, 2]], b: [0] }] }
    expect(await cli(['grad', file([good, bad])])).toEqual({
      code: 3,
      stdout: '',
      stderr: '[1].parameters[0].W[0]: expected 1 number, got 2\n'
    })
  })

  it('exits 3 when the loss does not fit the network, and says which case', async () => {
    const { code, stdout, stderr } = await cli(['grad', file([good, { ...good, loss: { kind: 'binary-cross-entropy' } }])])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain('[1]: The loss binary-cross-entropy needs a sigmoid output layer')
  })

  it('exits 3 when the expression is malformed, and says which case', async () => {
    const { code, stderr } = await cli(['graph', file([{ expression: '1 +', inputs: {} }])])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^\[0\]: /)
  })

  it('exits 3 when it is no JSON, or no file', async () => {
    expect(await cli(['grad', file('{')])).toMatchObject({ code: 3, stdout: '' })
    expect(await cli(['fit', join(folder(), 'none.json')])).toMatchObject({ code: 3, stdout: '' })
  })

  it('puts an error in the place of a run that meets a number that is not finite, the others have their answers: exit 4', async () => {
    const fine = { ...good, id: 'a', optimizer: { kind: 'sgd', learningRate: 0.1 }, batches: [[0]] }
    const run = { ...fine, id: 'b', optimizer: { kind: 'sgd', learningRate: 1e200 }, batches: [[0], [0], [0]] }
    const { code, stdout, stderr } = await cli(['fit', file([run, fine])])
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' })
    expect(JSON.parse(stdout)).toEqual([
      { id: 'b', error: { code: 'numeric.diverged', message: expect.any(String) } },
      { id: 'a', batchLosses: [1], parameters: [{ W: [[1.2]], b: [0.2] }] }
    ])
  })

  it('does the same for a loss that is not finite', async () => {
    const { code, stdout } = await cli(['grad', file([{ ...good, id: 7, X: [[1e300]], y: [[-1e300]] }, good])])
    expect(code).toBe(4)
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 7, error: { code: 'case.not-finite' } },
      { id: null, loss: 1 }
    ])
  })
})

describe('graph --at', () => {
  it('hears a signal in the middle of its work, and prints nothing', async () => {
    const stop = new AbortController()
    const write = vi.fn()
    const row = Array.from({ length: 40 }, (_, i) => i).join(',')
    const at = `A=[${Array.from({ length: 40 }, () => row).join(';')}]`
    const context = { io: { stdout: { write } }, language: 'en', signal: stop.signal } as unknown as CommandContext
    setImmediate(() => stop.abort())
    await expect(drawGraph(new Map([['at', at]]), 'A @ A @ A', context)).rejects.toMatchObject({ name: 'AbortError' })
    expect(write).not.toHaveBeenCalled()
  })

  it('prints a table of nodes', async () => {
    const { code, stdout } = await cli(['graph', '--at', 'x=-2,y=5,z=-4', '--', 'x + y * z'])
    expect(code).toBe(0)
    const [header, ...rows] = stdout.trimEnd().split('\n')
    expect(header.split(/\s+/)).toEqual(['node', 'operation', 'inputs', 'value', 'gradient'])
    expect(rows).toHaveLength(5)
    expect(rows.at(-1)).toMatch(/-22\s+1$/)
  })

  it('prints value, gradients, Hessian and nodes as JSON', async () => {
    const { stdout } = await cli(['graph', '--at', 'x=-2,y=5,z=-4', '--json', '--', '-x + y * z'])
    const { value, gradients, hessian, nodes } = JSON.parse(stdout) as GraphCase['expected'] & { nodes: object[] }
    expect({ value, gradients, hessian }).toEqual({
      value: -18,
      gradients: { x: -1, y: -4, z: 5 },
      hessian: [
        [0, 0, 0],
        [0, 0, 1],
        [0, 1, 0]
      ]
    })
    nodes.forEach((node) =>
      expect(node).toMatchObject({
        id: expect.any(Number),
        op: expect.any(String),
        inputs: expect.any(Array),
        value: expect.any(Number),
        gradient: expect.any(Number)
      })
    )
  })

  it('takes matrices, and counts what the derivatives cost', async () => {
    const at = 'x=[1;2],A=[1,2;3,4]'
    const { code, stdout } = await cli(['graph', '--at', at, '--json', '--mode', 'both', '--hessian', '--', 'x.T @ A @ x'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      value: [[27]],
      gradients: {
        x: [[12], [21]],
        A: [
          [1, 2],
          [2, 4]
        ]
      },
      hessian: expect.arrayContaining([[2, 5, 2, 2, 2, 0]]),
      cost: { forward: { sweeps: 6 }, reverse: { sweeps: 1 } }
    })
  })

  it('draws the graph into a file and prints it for Graphviz', async () => {
    const svg = join(folder(), 'graph.svg')
    const { code, stdout } = await cli(['graph', '--at', 'x=-2,y=5,z=-4', '--svg', svg, '--dot', '--', 'x + y * z'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^digraph \{\n/)
    expect(stdout).toContain('n4 [label="+\\n−22\\n∂ 1"]')
    expect(stdout).toContain('n1 -> n3')
    const picture = readFileSync(svg, 'utf8')
    expect(picture).toMatch(/^<svg /)
    expect(picture).toContain('>−22<')
  })

  it('prints the Jacobians of what is no single number', async () => {
    const args = ['graph', '--at', 't=0', '--mode', 'forward', '--lang', 'en', '--', 'y = sin(t * [1; 2])']
    const { stdout } = await cli(args)
    expect(stdout).toContain('y = sin')
    expect(stdout).toContain('Jacobian with respect to t\n1\n2\n')
    expect(stdout).toMatch(/value: 2 multiplications; forward: 1 sweep, \d+ multiplications\n$/)
  })

  it.each([
    [['graph', '--at', 'x', '--', 'x'], '--at is x; it must be x=-2,y=5.'],
    [['graph', '--at', 'x=1', '--', 'x +'], ''],
    [['graph', '--at', 'x=1,x=2', '--', 'x'], '--at gives x more than once; give it once.'],
    [['graph', '--at', 'x=[1,2;3]', '--', 'x'], 'row 2 of this matrix has 1 number'],
    [['graph', '--at', 'A=[1,2],x=[1,2]', '--', 'A @ x'], 'did you mean A.T @ x?'],
    [['graph', '--mode', 'sideways', '--at', 'x=1', '--', 'x'], '--mode'],
    [['graph', '--json', 'cases.json'], '--json can only be used with --at.'],
    [['graph'], 'graph needs a FILE; - is standard input.'],
    [['grad', 'a.json', 'b.json'], '`b.json` is not expected here'],
    [['grad', '--epochs', '3', 'a.json'], '--epochs applies only to the command train.']
  ])('%j exits 2', async (args, sentence) => {
    const { code, stdout, stderr } = await cli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })
})
