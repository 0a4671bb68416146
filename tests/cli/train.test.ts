import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { weightFormats, type WeightsFile } from '#core'
import { sha256 } from '../../src/node/files/data-file'
import { cli, dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

const allFiles = [
  'experiment.json',
  'gradient-check.csv',
  'history.csv',
  'predictions.csv',
  'summary.json',
  'weights.json',
  'weights.npz',
  'weights.safetensors'
]

const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8')
const json = (out: string, name: string) => JSON.parse(read(out, name)) as Record<string, unknown>
const rows = (out: string, name: string) =>
  read(out, name)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))

/** Trains, expects it to work, and answers the folder. */
async function trained(line: string, out = join(folder(), '结果')): Promise<string> {
  const { code, stderr } = await cli(['train', '--out', out, ...line.split(' ')])
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  return out
}

describe('train', () => {
  it('leaves every file of the contract, and stdout ends with the path of the weights', async () => {
    const out = join(folder(), '深', '结果')
    const { code, stdout } = await cli(['train', '--data', 'iris', '--epochs', '5', '--out', out])
    expect(code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(allFiles)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(join(out, 'weights.safetensors'))
    expect(stdout).toContain('112 training rows, 38 test rows')
    expect(stdout).toMatch(/^Classes +setosa 37 · versicolor 37 · virginica 38$/m)
    expect(stdout).toContain('4 → 16 tanh → 3 linear · 131 parameters')
    expect(stdout).toContain('131 passed, 0 failed')
  })

  it('reaches at least 93 % on the test rows of iris as it comes', async () => {
    const summary = json(await trained('--data iris'), 'summary.json')
    expect(summary.testAccuracy).toBeGreaterThanOrEqual(0.93)
    expect(summary).toMatchObject({
      epochs: 100,
      engine: 'fused-1',
      tier: 'fast',
      gradientCheck: { checked: 131, passed: 131, failed: 0, kinks: 0 }
    })
  })

  it('writes the same bytes for the same settings, wherever and however often it runs', async () => {
    const line = '--data penguins --epochs 6 --hidden 8,4 --activation relu,tanh --l2 0.001 --seed 7'
    const [first, second, third] = [await trained(line), await trained(line), await trained(`${line} --precision f32`)]
    for (const name of allFiles.filter((file) => file !== 'summary.json')) {
      expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name))), name).toBe(true)
    }
    expect({ ...json(second, 'summary.json'), seconds: 0 }).toEqual({ ...json(first, 'summary.json'), seconds: 0 })
    expect(readFileSync(join(third, 'weights.npz')).equals(readFileSync(join(first, 'weights.npz')))).toBe(false)
  })

  it('takes a file by its path as it takes the sample with the same bytes', async () => {
    const path = join(folder(), '鸢尾花.csv')
    writeFileSync(path, readFileSync(join(dataFolder, 'iris.csv')))
    const out = join(folder(), 'out')
    expect((await cli(['train', '--data', path, '--target', 'species', '--epochs', '3', '--out', out])).code).toBe(0)
    const sample = await trained('--data iris --epochs 3')
    expect(read(out, 'weights.json')).toBe(read(sample, 'weights.json'))
    expect(json(out, 'experiment.json').data).toEqual({ origin: 'file', name: '鸢尾花.csv', sha256: sha256(readFileSync(path)) })
    expect(json(sample, 'experiment.json').data).toMatchObject({ origin: 'sample', name: 'iris' })
  })

  it('lets --seed set the three seeds that are not given', async () => {
    const seeds = async (line: string) => json(await trained(`--data iris --epochs 1 ${line}`), 'experiment.json').settings
    expect(await seeds('--seed 5')).toMatchObject({ seeds: { split: 5, init: 5, shuffle: 5 } })
    expect(await seeds('--seed 5 --seed-init 6')).toMatchObject({ seeds: { split: 5, init: 6, shuffle: 5 } })
    expect(await seeds('--seed-shuffle 0')).toMatchObject({ seeds: { split: 1, init: 1, shuffle: 0 } })
  })

  it('keeps the settings it was given in experiment.json, all of them', async () => {
    const out = await trained(
      '--data breast-cancer --target diagnosis --features worst_radius,mean_texture --task classification --scale minmax --test 0.5 ' +
        '--hidden 3 --activation sigmoid --no-bias --loss binary-cross-entropy --positive-weight 2 --l2 0.01 --learning-rate 0.05 ' +
        '--batch-size 50 --epochs 2 --precision f32 --missing drop'
    )
    expect(json(out, 'experiment.json').settings).toMatchObject({
      target: 'diagnosis',
      features: ['worst_radius', 'mean_texture'],
      task: 'classification',
      scale: 'minmax',
      test: 0.5,
      hidden: [{ units: 3, activation: 'sigmoid' }],
      bias: false,
      loss: { kind: 'binary-cross-entropy', positiveWeight: 2 },
      l2: 0.01,
      learningRate: 0.05,
      batchSize: 50,
      epochs: 2,
      precision: 'f32'
    })
    const { tensors } = weightFormats.safetensors.read(readFileSync(join(out, 'weights.safetensors')))
    expect(tensors.map(({ name, shape, data }) => [name, shape, data.BYTES_PER_ELEMENT])).toEqual([
      ['W1', [2, 3], 4],
      ['W2', [3, 1], 4]
    ])
  })

  it.each(['none', ''])('trains without a hidden layer when --hidden is "%s"', async (hidden) => {
    const out = join(folder(), 'out')
    expect((await cli(['train', '--data', 'iris', '--hidden', hidden, '--epochs', '2', '--out', out])).code).toBe(0)
    expect(json(out, 'weights.json').network).toEqual({ inputs: 4, layers: [{ units: 3, activation: 'linear' }], bias: true })
  })

  it('takes features whose names have commas and quotes', async () => {
    const home = folder()
    const path = join(home, 'a.csv')
    const lines = Array.from({ length: 20 }, (_, i) => `${i},${i % 3},${i % 2 ? 'x' : 'y'}`)
    writeFileSync(path, ['"height, cm","the ""new"" one",label', ...lines, ''].join('\n'))
    const { code } = await cli([
      'train',
      '--data',
      path,
      '--target',
      'label',
      '--features',
      '"height, cm", "the ""new"" one"',
      '--out',
      join(home, 'out')
    ])
    expect(code).toBe(0)
    expect(json(join(home, 'out'), 'weights.json').inputs).toEqual(['height, cm', 'the "new" one'])
  })

  it('says which rows were dropped, on stderr and in the language asked for', async () => {
    const args = ['train', '--data', 'penguins', '--epochs', '1', '--out', join(folder(), 'out')]
    expect((await cli(args)).stderr).toContain('Note: 11 of 344 rows have a missing value')
    const chinese = await cli([...args, '--lang', 'zh'])
    expect(chinese.stderr).toContain('提示：344 行中有 11 行在所选列中含缺失值')
    expect(chinese.stdout).toContain('训练 250 行，测试 83 行，剔除 11 行')
  })
})

describe('history.csv', () => {
  it('has one row an epoch from 1 on, and agrees with the summary', async () => {
    const out = await trained('--data iris --epochs 12')
    const [header, ...epochs] = rows(out, 'history.csv')
    expect(header.join(',')).toBe('epoch,trainLoss,testLoss,trainAccuracy,testAccuracy')
    expect(epochs.map(([epoch]) => Number(epoch))).toEqual(Array.from({ length: 12 }, (_, e) => e + 1))
    const { trainLoss, testLoss, testAccuracy } = json(out, 'summary.json')
    expect(epochs.at(-1)?.map(Number)).toMatchObject([12, trainLoss, testLoss, expect.any(Number), testAccuracy])
  })

  it('has R² for regression, and empty cells without test rows', async () => {
    const out = await trained('--data penguins --target body_mass_g --test 0 --epochs 2')
    const [header, first] = rows(out, 'history.csv')
    expect(header.join(',')).toBe('epoch,trainLoss,testLoss,trainR2,testR2')
    expect([first[2], first[4]]).toEqual(['', ''])
    expect(json(out, 'summary.json')).toMatchObject({ testLoss: null, testR2: null })
    expect(read(out, 'predictions.csv')).toBe('row,truth,prediction\n')
  })
})

describe('predictions.csv', () => {
  it('names rows by their physical line, classes by their text, and its accuracy is that of the summary', async () => {
    const out = await trained('--data iris --epochs 20')
    const [header, ...predictions] = rows(out, 'predictions.csv')
    expect(header).toEqual(['row', 'truth', 'prediction', 'probability_setosa', 'probability_versicolor', 'probability_virginica'])
    const source = readFileSync(join(dataFolder, 'iris.csv'), 'utf8').split(/\r?\n/)
    for (const [line, truth, , ...probabilities] of predictions) {
      expect(source[Number(line) - 1].endsWith(`,${truth}`)).toBe(true)
      expect(probabilities.reduce((sum, p) => sum + Number(p), 0)).toBeCloseTo(1, 12)
    }
    const right = predictions.filter(([, truth, prediction]) => truth === prediction).length
    expect(right / predictions.length).toBe(json(out, 'summary.json').testAccuracy)
  })

  it("gives numbers in the data's own units, the truth exactly as it is there", async () => {
    const out = await trained('--data penguins --target body_mass_g --epochs 30')
    const source = readFileSync(join(dataFolder, 'penguins.csv'), 'utf8').split(/\r?\n/)
    const [, ...predictions] = rows(out, 'predictions.csv')
    for (const [line, truth] of predictions) expect(source[Number(line) - 1].split(',')[5]).toBe(truth)
    const mean = predictions.reduce((sum, [, truth]) => sum + Number(truth), 0) / predictions.length
    const residual = predictions.reduce((sum, [, truth, p]) => sum + (Number(truth) - Number(p)) ** 2, 0)
    const spread = predictions.reduce((sum, [, truth]) => sum + (Number(truth) - mean) ** 2, 0)
    expect(1 - residual / spread).toBeCloseTo(json(out, 'summary.json').testR2 as number, 10)
  })
})

describe('gradient-check.csv', () => {
  it('has one row a parameter, with its trained value', async () => {
    const out = await trained('--data iris --epochs 3 --hidden 2')
    const [header, ...checks] = rows(out, 'gradient-check.csv')
    expect(header.join(',')).toBe('tensor,row,column,value,analytic,numeric,absolute,relative,verdict')
    expect(checks).toHaveLength(4 * 2 + 2 + 2 * 3 + 3)
    const { tensors } = weightFormats.json.read(readFileSync(join(out, 'weights.json')))
    const values = tensors.flatMap(({ name, shape: [, columns], data }) =>
      Array.from(data, (value, e) =>
        columns === undefined
          ? [name, String(e), '', String(value)]
          : [name, String(Math.floor(e / columns)), String(e % columns), String(value)]
      )
    )
    expect(checks.map((row) => row.slice(0, 4))).toEqual(values)
  })
})

describe('training that meets a number that is not finite', () => {
  // Without scaling, flipper lengths around 200 make the first steps explode.
  const line = '--data penguins --target body_mass_g --features flipper_length_mm --scale none --hidden none --learning-rate 1e9'

  it('exits with 4, names step, layer and tensor, and leaves no weights, not even those of an earlier run', async () => {
    const out = await trained('--data penguins --target body_mass_g --epochs 2')
    writeFileSync(join(out, 'notes.txt'), 'mine')
    const { code, stdout, stderr } = await cli(['train', ...line.split(' '), '--out', out])
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
    expect(stderr).toMatch(/is not finite at step \d+, layer 1\. The learning rate \(1000000000\)/)
    expect(readdirSync(out).sort()).toEqual(['experiment.json', 'history.csv', 'notes.txt', 'summary.json'])
    const { diverged, epochs, gradientCheck } = json(out, 'summary.json')
    expect(diverged).toMatchObject({ step: expect.any(Number), layer: 1, tensor: expect.any(String) })
    expect(gradientCheck).toBeNull()
    expect(rows(out, 'history.csv').slice(1)).toHaveLength(epochs as number)
  })

  it('keeps the weights of the best epoch where that was asked for', async () => {
    const out = join(folder(), 'out')
    const slower = line.replace('1e9', '2.6e-5')
    const { code, stderr } = await cli(['train', ...slower.split(' '), '--epochs', '2000', '--keep-best', '--out', out])
    expect(code).toBe(4)
    const { weightsEpoch } = json(out, 'summary.json')
    expect(stderr).toContain(`with the weights of epoch ${String(weightsEpoch)}, the best.`)
    expect(json(out, 'weights.json')).toMatchObject({ training: { epoch: weightsEpoch } })
  })

  it('keeps the curves up to the last finite epoch', async () => {
    const out = join(folder(), 'out')
    const slower = line.replace('1e9', '2.6e-5')
    expect((await cli(['train', ...slower.split(' '), '--epochs', '2000', '--out', out])).code).toBe(4)
    const [, ...epochs] = rows(out, 'history.csv')
    expect(epochs.length).toBeGreaterThan(1)
    for (const cells of epochs) expect(cells.every((cell) => Number.isFinite(Number(cell)))).toBe(true)
  })
})

describe('an earlier run in the folder', () => {
  it('is replaced as a whole', async () => {
    const out = await trained('--data iris --epochs 2')
    await trained('--data wine --epochs 2', out)
    expect(json(out, 'weights.json')).toMatchObject({ target: { name: 'cultivar' } })
    expect(readdirSync(out).sort()).toEqual(allFiles)
  })

  it('stays unchanged when the new one is refused', async () => {
    const out = await trained('--data iris --epochs 2')
    const before = allFiles.map((name) => read(out, name))
    expect((await cli(['train', '--data', 'wine', '--target', 'nope', '--out', out])).code).toBe(3)
    expect((await cli(['train', '--data', 'wine', '--epochs', '0', '--out', out])).code).toBe(2)
    expect(allFiles.map((name) => read(out, name))).toEqual(before)
  })
})

describe('a signal', () => {
  /** The listener is called while the training of the given epoch is shown. */
  async function stopped(out: string, ...more: string[]) {
    let stop = () => {}
    let listening = 0
    const args = ['train', '--data', 'iris', '--epochs', '1000000', '--out', out, ...more]
    let time = 0
    const result = await cli(args, {
      now: () => (time += 30),
      stderr: { write: (text) => text.includes('train loss') && setImmediate(() => stop()), isTTY: true, columns: 200 },
      onInterrupt: (listener) => {
        stop = listener
        listening += 1
        return () => (listening -= 1)
      }
    })
    return { ...result, listening }
  }

  it('ends training after a step, saves weights, curves and summary, and exits with 130', async () => {
    const out = await trained('--data iris --epochs 2')
    const { code, stdout, listening } = await stopped(out)
    expect({ code, listening }).toEqual({ code: 130, listening: 0 })
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(join(out, 'weights.safetensors'))
    expect(readdirSync(out).sort()).toEqual(allFiles.filter((name) => !['predictions.csv', 'gradient-check.csv'].includes(name)))
    const { interrupted, epochs, gradientCheck } = json(out, 'summary.json')
    expect(interrupted).toEqual({ step: expect.any(Number) })
    expect(gradientCheck).toBeNull()
    expect(rows(out, 'history.csv').slice(1)).toHaveLength(epochs as number)
    expect(weightFormats.npz.read(readFileSync(join(out, 'weights.npz'))).tensors).toHaveLength(4)
  })

  it('leaves weights from which a run of the same length could have come', async () => {
    const out = join(folder(), 'out')
    await stopped(out, '--batch-size', '112')
    const { epochs } = json(out, 'summary.json')
    expect(epochs).toBeGreaterThan(0)
    const whole = await trained(`--data iris --batch-size 112 --epochs ${String(epochs)}`)
    const [stoppedFile, wholeFile] = [out, whole].map((run) => weightFormats.npz.read(readFileSync(join(run, 'weights.npz'))))
    expect(stoppedFile.tensors).toEqual(wholeFile.tensors)
    // What was planned is all that tells them apart.
    const planned = (file: WeightsFile) => JSON.stringify(file.metadata).replace('"epochs":1000000,', `"epochs":${String(epochs)},`)
    expect(planned(stoppedFile)).toBe(planned(wholeFile))
  })
})

describe('progress', () => {
  it('is about ten plain lines where there is no terminal', async () => {
    const { stderr } = await cli(['train', '--data', 'iris', '--epochs', '500', '--out', join(folder(), 'out')])
    const lines = stderr.split('\n').filter((line) => line.startsWith('Epoch'))
    expect(lines.length).toBeLessThanOrEqual(12)
    expect(lines.at(-1)).toMatch(/^Epoch 500\/500 · train loss [\d.e-]+, test loss [\d.e-]+$/)
    expect(stderr).not.toContain('\r')
  })

  it('goes to stderr only', async () => {
    const { stdout } = await cli(['train', '--data', 'iris', '--epochs', '5', '--out', join(folder(), 'out')])
    expect(stdout).not.toContain('Epoch 5/5')
    expect(existsSync(stdout.trimEnd().split('\n').at(-1) ?? '')).toBe(true)
  })
})
