import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { initializerNames, optimizerKinds } from '#core'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

interface Summary {
  readonly trainLoss: number
  readonly testAccuracy?: number
  readonly testR2?: number
  readonly gradientCheck: { readonly failed: number }
}

/** A run with the given flags on a sample; its summary and its settings as they were kept. */
async function run(line: string) {
  const out = join(folder(), 'out')
  const result = await cli(['train', '--out', out, ...line.split(' ')])
  expect(result.stderr).not.toContain('Error')
  const read = (file: string): unknown => JSON.parse(readFileSync(join(out, file), 'utf8'))
  const { settings } = read('experiment.json') as { settings: Record<string, unknown> }
  return { code: result.code, summary: read('summary.json') as Summary, settings }
}

describe('every optimizer', () => {
  it.each(optimizerKinds)('%s learns iris', async (kind) => {
    const rate = kind === 'sgd' || kind === 'adagrad' ? 0.1 : 0.01
    const { code, summary } = await run(`--data iris --optimizer ${kind} --learning-rate ${rate}`)
    expect({ code, failed: summary.gradientCheck.failed }).toEqual({ code: 0, failed: 0 })
    expect(summary.testAccuracy).toBeGreaterThan(0.9)
  })
})

describe('every initializer', () => {
  it.each(initializerNames)('%s begins a run', async (name) => {
    const { code, settings } = await run(`--data iris --epochs 3 --init ${name}`)
    expect({ code, kept: settings.initializer }).toEqual({ code: 0, kept: name })
  })
})

describe('the numbers of the mathematics', () => {
  it('are kept as given', async () => {
    const { code, settings } = await run(
      '--data iris --epochs 5 --l1 0.001 --dropout 0.2 --optimizer sgd --momentum 0.9 --nesterov ' +
        '--schedule cosine:floor=0.1,warm-up=2 --clip 1 --class-weights balanced'
    )
    expect(code).toBe(0)
    expect(settings).toMatchObject({
      l1: 0.001,
      dropout: 0.2,
      optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true },
      schedule: { kind: 'cosine', floor: 0.1, warmUp: 2 },
      clip: 1,
      classWeights: 'balanced'
    })
  })

  it.each([
    ['--loss multiclass-hinge --margin 2 --data iris', 'testAccuracy'],
    ['--loss huber --huber-delta 0.5 --data penguins --target body_mass_g', 'testR2'],
    ['--loss mean-absolute-error --data penguins --target body_mass_g', 'testR2']
  ] as const)('%s learns', async (line, metric) => {
    const { code, summary } = await run(line)
    expect({ code, failed: summary.gradientCheck.failed }).toEqual({ code: 0, failed: 0 })
    expect(summary[metric]).toBeGreaterThan(0.8)
  })

  it('with class weights by name, heavier classes are learned at the others’ cost', async () => {
    const even = await run('--data iris --epochs 5')
    const uneven = await run('--data iris --epochs 5 --class-weights virginica=50')
    expect(uneven.summary.trainLoss).not.toBe(even.summary.trainLoss)
  })
})
