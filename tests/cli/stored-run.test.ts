import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { optimizerKinds, readModel, readSafetensors, readTraining, weightFormats, writeSafetensors } from '#core'
import { cli } from '../support/cli'
import { sha256 } from '../../src/node/files/data-file'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const text = (path: string) => readFileSync(path, 'utf8')
const hash = (path: string) => sha256(readFileSync(path))
const deterministic = ['experiment.json', 'history.csv', 'weights.safetensors', 'weights.npz', 'weights.json', 'predictions.csv']

async function run(...flags: string[]): Promise<{ code: number; stderr: string }> {
  const { code, stderr } = await cli(['train', ...flags], { now: () => 0 })
  return { code, stderr }
}

/** Trains, and answers the folder. */
async function trained(...flags: string[]): Promise<string> {
  const out = folder()
  const { code, stderr } = await run(...flags, '--out', out)
  expect(code, stderr).toBe(0)
  return out
}

const iris = ['--data', 'iris', '--hidden', '5', '--batch-size', '10', '--seed', '3']

describe('train --resume', () => {
  const memories = [...optimizerKinds.map((kind) => ['--optimizer', kind]), ['--momentum', '0.9'], ['--momentum', '0.9', '--nesterov']]

  it.each(memories)('goes on as if it had never stopped, byte for byte, for 20 + 20 epochs: %s %s', async (...optimizer) => {
    const rest = [...iris, ...optimizer, '--dropout', '0.1', '--clip', '1', '--precision', optimizer.length === 2 ? 'f32' : 'f64']
    const whole = await trained(...rest, '--epochs', '40')
    const half = await trained(...rest, '--epochs', '20')
    const out = await trained('--resume', half, '--epochs', '40')
    for (const name of deterministic) expect(hash(join(out, name)), name).toBe(hash(join(whole, name)))
  })

  it('goes on from the last epoch, not from the best one that is its result', async () => {
    const rest = ['--data', 'wine', '--hidden', '6', '--learning-rate', '0.5', '--keep-best', '--validation', '0.2']
    const whole = await trained(...rest, '--epochs', '30')
    const half = await trained(...rest, '--epochs', '15')
    const out = await trained('--resume', half, '--epochs', '30')
    for (const name of deterministic) expect(hash(join(out, name)), name).toBe(hash(join(whole, name)))
  })

  it('writes to the folder of the run unless it is given another', async () => {
    const out = await trained(...iris, '--epochs', '2')
    expect((await run('--resume', out, '--epochs', '3')).code).toBe(0)
    expect(text(join(out, 'history.csv')).trim().split('\n')).toHaveLength(4)
  })

  it('takes live settings, and remembers where they changed', async () => {
    const half = await trained(...iris, '--epochs', '2')
    const out = await trained('--resume', half, '--epochs', '4', '--learning-rate', '0.01')
    const file = weightFormats.safetensors.read(readFileSync(join(out, 'weights.safetensors')))
    const { continuation, settings } = readTraining(file.metadata, readModel(file))
    expect(settings?.learningRate).toBe(0.01)
    expect(continuation?.changes).toEqual([{ epoch: 2, step: 24, key: 'learningRate', from: 0.1, to: 0.01 }])
  })

  it('refuses a setting that would make another network or other rows, and a run that has its epochs', async () => {
    const out = await trained(...iris, '--epochs', '2')
    const before = hash(join(out, 'weights.safetensors'))
    for (const [flag, value] of [
      ['--hidden', '4'],
      ['--seed-split', '9'],
      ['--optimizer', 'adam']
    ]) {
      const { code, stderr } = await run('--resume', out, '--epochs', '4', flag, value)
      expect(code, stderr).toBe(2)
      expect(stderr).toContain(flag)
    }
    expect(await run('--resume', out)).toMatchObject({ code: 2, stderr: expect.stringContaining('--epochs N') as string })
    expect(hash(join(out, 'weights.safetensors'))).toBe(before)
  })

  it('refuses other data, a folder without a run, and weights without a state', async () => {
    const data = join(folder(), 'mine.csv')
    writeFileSync(data, text('data/iris.csv'))
    const out = await trained('--data', data, '--target', 'species', '--epochs', '2')
    expect(await run('--resume', out, '--epochs', '3')).toMatchObject({ code: 2, stderr: expect.stringContaining('--data') as string })
    writeFileSync(data, `${text('data/iris.csv')}5,3,1,0.2,setosa\n`)
    expect(await run('--resume', out, '--epochs', '3', '--data', data)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('mine.csv') as string
    })
    expect((await run('--resume', folder(), '--epochs', '3')).code).toBe(2)
    const file = join(out, 'weights.safetensors')
    const { tensors, metadata } = readSafetensors(readFileSync(file))
    const { epoch, settings } = metadata.training as { epoch: number; settings: Record<string, never> }
    writeFileSync(file, writeSafetensors({ tensors, metadata: { ...metadata, training: { epoch, settings } } }))
    expect(await run('--resume', out, '--epochs', '3')).toMatchObject({ code: 2, stderr: expect.stringContaining('--repeat') as string })
  })
})

describe('train --repeat', () => {
  it.each([
    [['--data', 'penguins', '--missing', 'median', '--encode', 'ordinal', '--optimizer', 'rmsprop', '--schedule', 'cosine:floor=0.1']],
    [['--data', 'toy:moons?size=60&noise=0.2&seed=4', '--hidden', '6,3', '--activation', 'relu,tanh']],
    [['--data', 'wine', '--rows', 'random:90', '--features', 'alcohol,hue', '--class-weights', 'balanced', '--seed-init', '8']]
  ])('gives the same bytes: %s', async (flags) => {
    const first = await trained(...flags, '--epochs', '4')
    const again = await trained('--repeat', join(first, 'experiment.json'))
    for (const name of deterministic) expect(hash(join(again, name)), name).toBe(hash(join(first, name)))
  })

  it('reads the sheet of a workbook that the run was trained on', async () => {
    const workbook = 'tests/fixtures/tables/openpyxl.xlsx'
    const first = await trained('--data', workbook, '--sheet', '第二', '--target', 'b', '--test', '0', '--hidden', '2', '--epochs', '2')
    const again = await trained('--repeat', first, '--data', workbook)
    for (const name of deterministic) expect(hash(join(again, name)), name).toBe(hash(join(first, name)))
  })

  it('finds the file of the run by its name, a renamed description, and the run of one fold', async () => {
    const home = folder()
    writeFileSync(join(home, 'mine.csv'), text('data/iris.csv'))
    const first = await trained('--data', join(home, 'mine.csv'), '--target', 'species', '--folds', '3', '--epochs', '2')
    const renamed = join(home, 'lesson.json')
    renameSync(join(first, 'fold-2/experiment.json'), renamed)
    const again = await trained('--repeat', renamed, '--data', join(home, 'mine.csv'))
    expect(hash(join(again, 'weights.safetensors'))).toBe(hash(join(first, 'fold-2/weights.safetensors')))
  })

  it('changes what a flag names, and leaves the rest', async () => {
    const first = await trained(...iris, '--optimizer', 'adam', '--beta1', '0.8', '--epochs', '2')
    const again = await trained('--repeat', first, '--beta2', '0.99', '--seed-init', '5')
    const { settings } = JSON.parse(text(join(again, 'experiment.json'))) as { settings: Record<string, unknown> }
    expect(settings).toMatchObject({
      optimizer: { kind: 'adam', beta1: 0.8, beta2: 0.99 },
      seeds: { split: 3, init: 5, shuffle: 3 },
      hidden: [{ units: 5, activation: 'tanh' }],
      targets: ['species'],
      batchSize: 10
    })
  })

  it('is not given together with --resume', async () => {
    const first = await trained(...iris, '--epochs', '1')
    expect((await run('--repeat', first, '--resume', first, '--out', folder())).code).toBe(2)
  })
})
