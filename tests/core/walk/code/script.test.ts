import { spawnSync } from 'node:child_process'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { describe, expect, it } from 'vitest'
import { lossKinds, namedTensors, toRows, Walk, type ActivationName, type LossKind, type OptimizerSpec } from '#core'
import { networkOf } from '../../../support/problems'
import { describeIf } from '../../../support/conditions'
import { numpy, pythonJson, torch } from '../../../support/python'
import { randomProblem } from '../../../support/walks'

/** Eight networks that between them have every activation, loss and optimizer, both regularizers, dropout and clipping. */
const eight: readonly (readonly [LossKind, readonly ActivationName[], OptimizerSpec])[] = [
  ['softmax-cross-entropy', ['relu', 'tanh'], { kind: 'sgd' }],
  ['binary-cross-entropy', ['sigmoid', 'relu'], { kind: 'sgd', momentum: 0.9, nesterov: true }],
  ['mean-squared-error', ['gelu', 'linear'], { kind: 'adam' }],
  ['mean-absolute-error', ['silu', 'softplus'], { kind: 'rmsprop' }],
  ['huber', ['elu', 'leaky-relu'], { kind: 'adamw' }],
  ['multiclass-hinge', ['leaky-relu', 'elu'], { kind: 'adagrad' }],
  ['softmax-cross-entropy', ['softplus', 'gelu', 'silu'], { kind: 'sgd', momentum: 0.5 }],
  ['mean-squared-error', ['tanh'], { kind: 'rmsprop', decay: 0.5 }]
]

const walks = eight.map(([kind, activations, optimizer], at): readonly [string, Walk] => {
  const plain = networkOf([3, ...activations.map(() => 4), 2], activations[0], kind)
  const layers = plain.layers.map((layer, l) => ({
    ...layer,
    ...(l < activations.length ? { activation: activations[l] } : {}),
    ...(at % 3 === 0 && l === 0 ? { dropout: 0.3 } : {})
  }))
  const loss = { kind, ...(at === 6 ? { classWeights: [1, 2.5] } : {}), ...(at === 7 ? { reduction: 'sum' as const } : {}) }
  const regularization = { l1: at % 2 === 0 ? 0.01 : 0, l2: at % 4 < 2 ? 0.03 : 0 }
  const network = { ...plain, layers, bias: at !== 5 }
  return [
    `${kind}, ${activations.join(', ')}, ${optimizer.kind}`,
    new Walk(randomProblem({ network, objective: { loss, regularization }, optimizer, clip: at % 2 ? 0.2 : null, seed: at + 3 }))
  ]
})

/** Every gradient that a script prints, beside the walk's. */
function expectGradients(walk: Walk, printed: unknown): void {
  const found = printed as Record<string, number[][]>
  const names = [...namedTensors(walk.problem.parameters).map(({ name }) => `d${name}`), 'dX']
  expect(Object.keys(found).sort()).toEqual([...names].sort())
  for (const name of names) {
    const matrix = walk.tensors.get(name)?.matrix
    const ours = matrix ? toRows(matrix) : []
    expect(found[name]).toHaveLength(ours.length)
    ours.forEach((row, i) => row.forEach((x, j) => expect(found[name][i][j]).toBeCloseTo(x, 12)))
  }
}

describeIf(numpy, 'the script of a walk in NumPy', () => {
  it.each(walks)('gives the same gradients: %s', (_name, walk) => expectGradients(walk, pythonJson(numpy, walk.script('numpy'))))
})

describeIf(torch, 'the script of a walk in PyTorch', () => {
  it.each(walks)('gives the same gradients: %s', (_name, walk) => expectGradients(walk, pythonJson(torch, walk.script('pytorch'))))
})

describe('the script of a walk', () => {
  it('is tried with every loss', () => {
    expect(new Set(eight.map(([kind]) => kind))).toEqual(new Set(lossKinds))
  })

  it.each(walks)('gives the same gradients as TypeScript in Node: %s', (_name, walk) => {
    const { outputText } = transpileModule(walk.script('typescript'), {
      compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 }
    })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], { input: outputText, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expectGradients(walk, JSON.parse(stdout))
  })

  it.each(walks)('has every line of every step: %s', (_name, walk) => {
    for (const language of ['numpy', 'typescript', 'pytorch'] as const) {
      const lines = new Set(walk.script(language).split('\n'))
      for (const { code } of walk.steps) for (const line of code[language].split('\n')) expect(lines).toContain(line)
    }
  })
})
