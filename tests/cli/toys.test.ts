import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toyNames, toys } from '#core'
import { helpText } from '../../src/cli/help'
import { loadToy } from '../../src/node/files/load-toy'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

async function train(line: string) {
  const out = join(folder(), 'out')
  const result = await cli(['train', '--out', out, ...line.split(' ')])
  const json = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Record<string, Record<string, unknown>>
  return { ...result, out, json }
}

describe('train --data toy:…', () => {
  it('learns moons, the target being the set’s own', async () => {
    const { code, json } = await train('--data toy:moons --learning-rate 0.3')
    expect(code).toBe(0)
    expect(json('summary.json').testAccuracy).toBeGreaterThanOrEqual(0.97)
    const { sha256, name } = loadToy('moons')
    expect(json('experiment.json').data).toEqual({ origin: 'toy', name, sha256 })
    expect(name).toBe('toy:moons?size=200&noise=0.1&seed=1')
  })

  it('makes the set by the knobs it is given', async () => {
    const { code, json } = await train('--data toy:spirals?arms=3&size=90&noise=0 --epochs 1')
    expect(code).toBe(0)
    expect(json('experiment.json').data.sha256).toBe(loadToy('spirals', { arms: 3, size: 90, noise: 0 }).sha256)
    expect(json('experiment.json').rows).toMatchObject({ train: 67, test: 23 })
  })

  it('predicts y of a curve, and any other column that is asked for', async () => {
    const curve = await train('--data toy:sine --epochs 1')
    expect(curve.json('experiment.json').settings).toMatchObject({ task: 'regression', features: ['x'] })
    const other = await train('--data toy:moons --target x --task regression --epochs 1')
    expect(other.json('experiment.json').settings).toMatchObject({ task: 'regression', features: ['y', 'class'] })
  })

  it.each([
    ['toy:moon', 'There is no toy dataset named moon; there are xor, circles, moons,'],
    ['toy:moons?arms=3', 'The toy dataset moons has no parameter named arms; its parameters are size, noise, seed.'],
    ['toy:moons?size=5', 'size is 5; it must be a whole number from 10 to 2000.'],
    ['toy:moons?noise', 'noise is not of the form parameter=number']
  ])('refuses %s with exit code 2 and leaves no trace', async (reference, sentence) => {
    const { code, stderr, out } = await train(`--data ${reference}`)
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
    expect(existsSync(out)).toBe(false)
  })
})

describe.each(['en', 'zh'] as const)('--help in %s', (language) => {
  it.each(toyNames)('lists toy:%s with its knobs', (name) => {
    const line = helpText(language)
      .split('\n')
      .find((one) => one.startsWith(`  toy:${name} `))
    for (const [knob, { from, to, default: usual }] of Object.entries(toys[name].knobs)) {
      if (knob !== 'seed') expect(line).toContain(`${knob} ${from}…${to} [${usual}]`)
    }
  })
})
