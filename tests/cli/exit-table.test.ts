import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes'
import { cli } from '../support/cli'

/** A folder with a table, a run on it, and files of every kind that are damaged. */
const home = mkdtempSync(join(tmpdir(), 'exits-'))
const at = (name: string) => join(home, name)

beforeAll(async () => {
  const iris = readFileSync('data/iris.csv', 'utf8')
  writeFileSync(at('t.csv'), iris)
  writeFileSync(at('constant.csv'), 'x,y\n1,a\n1,b\n1,a\n1,b\n')
  writeFileSync(at('one.csv'), 'x,y\n1,a\n2,a\n3,a\n')
  writeFileSync(at('text.csv'), iris.replace('5.1', 'long'))
  writeFileSync(at('torn.csv'), 'x,y\n1,"a\n')
  writeFileSync(at('empty.csv'), '')
  writeFileSync(at('torn.json'), '[{')
  writeFileSync(at('case.json'), '[{}]')
  const layers = [{ units: 1, activation: 'linear' }]
  const overflowing = { network: { inputs: 1, layers }, loss: { kind: 'mean-squared-error' }, parameters: [{ W: [[1]], b: [0] }] }
  writeFileSync(at('overflow.json'), JSON.stringify([{ ...overflowing, regularization: { l1: 0, l2: 0 }, X: [[1e300]], y: [[-1e300]] }]))
  expect(
    (await cli(['train', '--data', at('t.csv'), '--target', 'species', '--epochs', '1', '--check', 'none', '--out', at('run')])).code
  ).toBe(0)
  for (const [name, file] of [
    ['damaged', 'weights.safetensors'],
    ['undescribed', 'experiment.json']
  ]) {
    cpSync(at('run'), at(name), { recursive: true })
    writeFileSync(join(at(name), file), '{')
  }
  mkdirSync(at('nothing'))
  cpSync(at('run'), at('experiment-only'), { recursive: true })
  for (const name of readdirSync(at('run')).filter((one) => one.startsWith('weights'))) rmSync(join(at('experiment-only'), name))
})
afterAll(() => rmSync(home, { recursive: true }))

const train = `train --data t.csv --target species --epochs 2 --check none --out out`
const with_ = (table: string) => `train --data ${table} --target y --out out`

/** Ways to each exit code, but 1, 5, 6 and 130, which have tests of their own; words that name something in the folder stand for its path. */
const ways: Readonly<Record<keyof Omit<typeof exitCodes, 'bug' | 'wrongGradient' | 'elsewhere' | 'interrupted'>, readonly string[]>> = {
  done: [
    train,
    `${train} --folds 2`,
    'train --repeat run --data t.csv --out out',
    'train --resume run --data t.csv --epochs 2 --out out',
    'predict --model run --data t.csv --out out',
    'predict --model run/weights.npz --data t.csv --out out',
    'walk --model run --data t.csv',
    'data t.csv',
    'data iris --json',
    'graph --at x=1 -- x',
    '--help',
    '--version'
  ],
  usage: [
    '',
    'tarin',
    'train',
    `${train} --learning-rate NaN`,
    `${train} --epochs=0`,
    `${train} --hidden 0`,
    `${train} --nope`,
    `${train} --features species`,
    `${train} --features ,`,
    `${train} --split-column species`,
    `${train} --loss mean-squared-error`,
    `${train} --override species:scale=none`,
    'train --data toy:nope --out out',
    'train --data t.csv --target species --out t.csv',
    'train --data t.csv --target species --out t.csv/below',
    'train --data run/predictions.csv --target truth --out run',
    'train --resume run --data t.csv',
    'train --resume nothing --epochs 3',
    'train --resume damaged --data t.csv --epochs 3',
    'train --resume undescribed --data t.csv --epochs 3',
    'train --resume experiment-only --data t.csv --epochs 3',
    'train --repeat undescribed --out out',
    'train --repeat torn.json --out out',
    'predict --model nothing --data t.csv --out out',
    'predict --model damaged --data t.csv --out out',
    'predict --model t.csv --data t.csv --out out',
    'predict --model run --data t.csv --out nothing',
    'predict --model run --data t.csv --out t.csv',
    'walk --model damaged --data t.csv',
    'walk --model undescribed --data t.csv',
    'graph --at x=1 -- x+',
    'graph --at x=1 -- y',
    'graph --at x=1 --svg nothing -- x'
  ],
  data: [
    with_('missing.csv'),
    with_('nothing'),
    with_('empty.csv'),
    with_('torn.csv'),
    with_('one.csv'),
    with_('constant.csv'),
    'train --data missing --target y --out out',
    `train --data t.csv --target nope --out out`,
    `${train} --features nope`,
    `${train} --split-column nope`,
    `${train} --override nope:scale=none`,
    `${train} --class-weights rose=2`,
    `${train} --types nope=text`,
    `${train} --rows 1`,
    `${train} --test 0.999`,
    'train --repeat run --data one.csv --out out',
    'predict --model run --data missing.csv --out out',
    'predict --model run --data text.csv --out out',
    'predict --model run --data one.csv --out out',
    'walk --model run --data t.csv --rows 999',
    'data missing.csv',
    'data empty.csv',
    'grad missing.json',
    'fit nothing',
    'walk torn.json',
    'grad case.json',
    'graph case.json'
  ],
  diverged: [
    'train --data t.csv --target petal_width_cm --epochs 9 --learning-rate 1e300 --out out',
    `${train} --learning-rate 1e300 --activation relu --folds 2 --precision f32`,
    'grad overflow.json'
  ]
}

const cases = Object.entries(ways).flatMap(([name, lines]) => lines.map((line) => [exitCodes[name as keyof typeof ways], line] as const))

describe('the exit code', () => {
  it.each(cases)('is %i for: %s', async (code, line) => {
    const argv = line === '' ? [] : line.split(' ').map((word) => (/^[\w./-]+$/.test(word) && isFile(word) ? at(word) : word))
    const before = listing()
    const result = await cli(argv)
    const named = argv.map((word) => word.replace(home, ''))
    expect([named, result.code, result.stderr.includes('report this')]).toEqual([named, code, false])
    if (code === exitCodes.usage || code === exitCodes.data) expect([result.stdout, listing()]).toEqual(['', before])
    expect(result.stderr !== '' || result.stdout !== '').toBe(true)
    rmSync(at('out'), { recursive: true, force: true })
  })
})

const isFile = (word: string) =>
  word === 'out' || /^missing\.|\/below$/.test(word) || (/[./]|nothing|run|damaged|only|undescribed/.test(word) && existsSync(at(word)))

function listing(): string[] {
  return readdirSync(home, { recursive: true }).map(String).sort()
}
