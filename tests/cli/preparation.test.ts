import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
const json = (...path: string[]) => JSON.parse(read(...path)) as Record<string, unknown>
const rows = (...path: string[]) =>
  read(...path)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))

async function trained(line: string | readonly string[], out = join(folder(), 'run')): Promise<string> {
  const { code, stderr } = await cli(['train', '--out', out, '--epochs', '3', ...(typeof line === 'string' ? line.split(' ') : line)])
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  return out
}

describe('the flags of preparation', () => {
  it('are kept in experiment.json, with the constants that came of them', async () => {
    const out = await trained(
      '--data penguins --target species --features island,bill_length_mm,sex --missing indicator --encode ordinal --scale robust ' +
        '--override island:encode=one-hot;bill_length_mm:missing=median,scale=minmax --test 0.2 --validation 0.1 --unstratified'
    )
    const { settings, pipeline, inputs, rows: counts } = json(out, 'experiment.json')
    expect(settings).toMatchObject({
      target: 'species',
      targets: ['species'],
      missing: 'indicator',
      encode: 'ordinal',
      scale: 'robust',
      overrides: { island: { encode: 'one-hot' }, bill_length_mm: { missing: 'median', scale: 'minmax' } },
      split: { kind: 'ratio', stratified: false },
      test: 0.2,
      validation: 0.1
    })
    expect(inputs).toEqual(['island=Biscoe', 'island=Dream', 'island=Torgersen', 'bill_length_mm', 'sex', 'sex is missing'])
    expect(counts).toEqual({ train: 241, test: 69, validation: 34, dropped: 0 })
    expect(pipeline).toMatchObject({
      features: [{ fill: expect.any(String) as string }, { fill: expect.any(Number) as number }, { indicator: true }]
    })
  })

  it('leave raw data as they are', async () => {
    const out = await trained(
      '--data penguins --target body_mass_g --features bill_length_mm --scale none --scale-targets none --learning-rate 1e-9'
    )
    expect(json(out, 'weights.json')).toMatchObject({ features: [{ mean: 0, scale: 1 }], target: { mean: 0, scale: 1 } })
  })

  it('take several targets: labels, with their probabilities', async () => {
    const path = join(folder(), 'labels.csv')
    const lines = Array.from({ length: 40 }, (_, i) => `${i},${i % 2 ? 'yes' : 'no'},${i > 20 ? 1 : 0}`)
    writeFileSync(path, ['x,sick,"tired, very"', ...lines, ''].join('\n'))
    const out = join(folder(), 'run')
    expect((await cli(['train', '--data', path, '--target', 'sick,"tired, very"', '--epochs', '3', '--out', out])).code).toBe(0)
    expect(json(out, 'experiment.json')).toMatchObject({
      settings: { task: 'multilabel', targets: ['sick', 'tired, very'], loss: { kind: 'binary-cross-entropy' } }
    })
    expect(read(out, 'predictions.csv').split('\n')[0]).toBe(
      'row,truth_sick,prediction_sick,probability_sick,"truth_tired, very","prediction_tired, very","probability_tired, very"'
    )
    expect(json(out, 'summary.json').testAccuracy).toEqual(expect.any(Number))
  })

  it('split by a column, which is no feature then, or take the last rows', async () => {
    const path = join(folder(), 'sides.csv')
    const side = (i: number) => (i % 5 === 0 ? 'test' : i % 5 === 1 ? '验证' : 'train')
    writeFileSync(path, ['x,y,set', ...Array.from({ length: 20 }, (_, i) => `${i},${i % 2 ? 'a' : 'b'},${side(i)}`), ''].join('\n'))
    const byColumn = await trained(['--data', path, '--target', 'y', '--split-column', 'set'])
    expect(json(byColumn, 'experiment.json')).toMatchObject({ rows: { train: 12, test: 4, validation: 4 }, inputs: ['x'] })
    expect(
      rows(byColumn, 'predictions.csv')
        .slice(1)
        .map(([row]) => row)
    ).toEqual(['2', '7', '12', '17'])
    const byPlace = await trained(['--data', path, '--target', 'y', '--features', 'x', '--split-last', '3'])
    expect(
      rows(byPlace, 'predictions.csv')
        .slice(1)
        .map(([row]) => row)
    ).toEqual(['19', '20', '21'])
    writeFileSync(path, 'x,y,set\n1,a,train\n2,b,train\n3,a,maybe\n')
    const { code, stderr } = await cli(['train', '--data', path, '--target', 'y', '--split-column', 'set', '--out', join(folder(), 'run')])
    expect(code).toBe(3)
    expect(stderr).toContain('Row 4, column 3 (`set`): `maybe` is not a part of the split')
  })

  it('tell of repeated rows and of labels that occur once', async () => {
    const path = join(folder(), 'odd.csv')
    writeFileSync(path, `x,y\n${'1,cat\n2,dog\n'.repeat(6)}3,cta\n`)
    const { stderr } = await cli(['train', '--data', path, '--target', 'y', '--epochs', '1', '--out', join(folder(), 'run')])
    expect(stderr).toContain('Note: Row 14: `cta` occurs once; a typo of `cat`?')
    expect(stderr).toContain('also occur in the training rows, so that the test figures are too good (first: row 4 is identical to row 2).')
  })
})

describe('--validation', () => {
  it('sets rows apart whose figures are recorded, and changes nothing of the test', async () => {
    const out = await trained('--data iris --validation 0.2')
    const [header, ...epochs] = rows(out, 'history.csv')
    expect(header.join(',')).toBe('epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,validationLoss,validationAccuracy')
    const { validationLoss, validationAccuracy } = json(out, 'summary.json')
    expect(epochs.at(-1)?.slice(5).map(Number)).toEqual([validationLoss, validationAccuracy])
    const without = await trained('--data iris')
    expect(rows(out, 'predictions.csv').map(([row]) => row)).toEqual(rows(without, 'predictions.csv').map(([row]) => row))
    expect(json(without, 'summary.json')).not.toHaveProperty('validationLoss')
    const { stdout } = await cli(['train', '--data', 'iris', '--validation', '0.2', '--epochs', '1', '--out', out])
    expect(stdout).toContain('82 training rows, 38 test rows, 30 validation rows')
    expect(stdout).toMatch(/^ +train +test +validation$/m)
    const folds = await trained('--data iris --validation 0.1 --folds 2')
    expect(rows(folds, 'folds.csv')[0].slice(-2)).toEqual(['validationLoss', 'validationAccuracy'])
  })
})

describe('--save-rows', () => {
  it('writes the rows of each side in a folder of their own, and they leave with the next run that has none', async () => {
    const out = await trained('--data iris --validation 0.2 --save-rows')
    const names = ['test-prepared.csv', 'test.csv', 'train-prepared.csv', 'train.csv', 'validation-prepared.csv', 'validation.csv']
    expect(readdirSync(join(out, 'rows')).sort()).toEqual(names)
    expect(rows(out, 'rows', 'train.csv')[0]).toEqual([
      'row',
      'sepal_length_cm',
      'sepal_width_cm',
      'petal_length_cm',
      'petal_width_cm',
      'species'
    ])
    expect(names.map((name) => rows(out, 'rows', name).length - 1)).toEqual([38, 38, 82, 82, 30, 30])
    expect(rows(out, 'rows', 'test.csv').map(([row]) => row)).toEqual(rows(out, 'predictions.csv').map(([row]) => row))
    await trained('--data iris', out)
    expect(existsSync(join(out, 'rows'))).toBe(false)
  })

  it('does not touch a train.csv in the folder of the run', async () => {
    const out = folder()
    writeFileSync(join(out, 'train.csv'), 'mine')
    await trained('--data iris --save-rows', out)
    expect(read(out, 'train.csv')).toBe('mine')
  })
})

describe('--folds', () => {
  it('trains once for each part: every file in its folder, means and all predictions above', async () => {
    const out = join(folder(), 'run')
    const { code, stdout } = await cli(['train', '--data', 'iris', '--folds', '3', '--save-rows', '--epochs', '3', '--out', out])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Fold +Loss \(train\) +Loss \(test\) +Accuracy \(train\) +Accuracy \(test\)$/m)
    expect(stdout).toMatch(/^mean ± std\. dev\. +[\d.]+ ± [\d.]+ /m)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(join(out, 'folds.csv'))
    expect(readdirSync(out).sort()).toEqual(['fold-1', 'fold-2', 'fold-3', 'folds.csv', 'predictions.csv', 'summary.json'])
    for (const fold of [1, 2, 3]) {
      expect(readdirSync(join(out, `fold-${fold}`))).toHaveLength(9)
      expect(json(out, `fold-${fold}`, 'experiment.json')).toMatchObject({ settings: { split: { kind: 'folds', folds: 3, fold } } })
    }
    const [header, ...folds] = rows(out, 'folds.csv')
    expect(header.join(',')).toBe('fold,trainRows,testRows,trainLoss,testLoss,trainAccuracy,testAccuracy')
    expect(folds.map(([fold, train, test]) => [fold, train, test])).toEqual([1, 2, 3].map((fold) => [String(fold), '100', '50']))
    const each = [1, 2, 3].map((fold) => json(out, `fold-${fold}`, 'summary.json').testLoss as number)
    const mean = each.reduce((sum, loss) => sum + loss, 0) / 3
    const {
      testLoss,
      deviation,
      folds: count
    } = json(out, 'summary.json') as { testLoss: number; deviation: { testLoss: number }; folds: number }
    expect(count).toBe(3)
    expect(testLoss).toBeCloseTo(mean, 12)
    expect(deviation.testLoss).toBeCloseTo(Math.sqrt(each.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / 3), 12)
  })

  it('has a heading for each figure, those of the validation rows too', async () => {
    const out = join(folder(), 'run')
    const { stdout } = await cli(['train', '--data', 'iris', '--folds', '3', '--validation', '0.2', '--epochs', '2', '--out', out])
    const [heading, ...lines] = stdout.split('\n').map((line) => line.split(/ {2,}/))
    expect(heading.slice(1)).toEqual(
      ['Loss', 'Accuracy'].flatMap((name) => [`${name} (train)`, `${name} (test)`]).concat(['Loss (validation)', 'Accuracy (validation)'])
    )
    for (const line of lines.slice(0, 4)) expect(line).toHaveLength(7)
  })

  it('predicts every row once, as the run in which it was a test row does', async () => {
    const out = await trained('--data penguins --target body_mass_g --missing mean --folds 4')
    const [, ...all] = read(out, 'predictions.csv').trimEnd().split('\n')
    const parts = [1, 2, 3, 4].flatMap((fold) => read(out, `fold-${fold}`, 'predictions.csv').trimEnd().split('\n').slice(1))
    expect([...all].sort()).toEqual([...parts].sort())
    const lines = all.map((line) => Number(line.split(',')[0]))
    expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
    // 344 birds, of which two have no mass.
    expect(lines).toHaveLength(342)
  })

  it('takes away what an earlier run left: its weights, and folds that there are no more', async () => {
    const out = await trained('--data iris')
    await trained('--data iris --folds 3', out)
    expect(existsSync(join(out, 'weights.npz'))).toBe(false)
    await trained('--data iris --folds 2', out)
    expect(existsSync(join(out, 'fold-3'))).toBe(false)
  })

  it('reports each note once, in the run that it comes up in', async () => {
    const path = join(folder(), 'rare.csv')
    writeFileSync(
      path,
      ['t,x,y', ...Array.from({ length: 30 }, (_, i) => `${i === 3 ? 'odd' : i % 2 ? 'a' : 'b'},${i % 7 ? i : ''},${i % 2}`), ''].join('\n')
    )
    const { stderr } = await cli([
      'train',
      '--data',
      path,
      '--target',
      'y',
      '--folds',
      '3',
      '--epochs',
      '1',
      '--out',
      join(folder(), 'run')
    ])
    const said = stderr.split('\n')
    expect(said.filter((line) => line.includes('a missing value in a chosen column'))).toHaveLength(1)
    expect(said.filter((line) => line.includes('not seen in training (row 5, `odd`)'))).toHaveLength(1)
  })

  it('answers 4 when a run diverges, with the others done', async () => {
    const out = join(folder(), 'run')
    const line =
      '--data penguins --target body_mass_g --features flipper_length_mm --scale none --hidden none --learning-rate 1e9 --folds 2'
    const { code } = await cli(['train', '--out', out, '--epochs', '3', ...line.split(' ')])
    expect(code).toBe(4)
    expect(json(out, 'summary.json')).toMatchObject({ folds: 2, finished: 0, testLoss: null })
    expect(json(out, 'fold-2', 'summary.json')).toHaveProperty('diverged')
    expect(existsSync(join(out, 'predictions.csv'))).toBe(false)
  })

  it('is refused before anything is written when one part cannot be trained', async () => {
    const path = join(folder(), 'few.csv')
    writeFileSync(path, 'x,y\n1,a\n2,b\n')
    const home = folder()
    const { code } = await cli(['train', '--data', path, '--target', 'y', '--folds', '2', '--out', join(home, 'run')])
    expect([code, readdirSync(home)]).toEqual([3, []])
  })

  it('stops at Ctrl+C with what there is', async () => {
    const out = join(folder(), 'run')
    let stop = () => {}
    let time = 0
    const { code } = await cli(['train', '--data', 'iris', '--folds', '3', '--epochs', '100000', '--out', out], {
      now: () => (time += 30),
      // As soon as the first fold shows its losses.
      stderr: { write: (text) => text.includes('train loss') && setImmediate(() => stop()), isTTY: true, columns: 200 },
      onInterrupt: (listener) => {
        stop = listener
        return () => undefined
      }
    })
    expect(code).toBe(130)
    expect(readdirSync(out).sort()).toEqual(['fold-1', 'folds.csv', 'summary.json'])
    expect(json(out, 'fold-1', 'summary.json')).toHaveProperty('interrupted')
  })
})
