import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
      stderr: '[1].parameters[0].W[0]: expected 1 numbers, got 2\n'
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

  it.each([
    [['graph', '--at', 'x', '--', 'x'], '--at is x; it must be x=-2,y=5.'],
    [['graph', '--at', 'x=1', '--', 'x +'], ''],
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
