import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTrainer, defaultSettings, namedTensors, prepare, toRows } from '#core'
import { loadExperiment } from '../../src/node/files/run-experiment'
import { loadModel } from '../../src/node/files/model-file'
import { loadSample } from '../../src/node/files/data-file'
import { calculated } from '../support/arithmetic'
import { cli, dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'
import { referenceFile } from '../support/reference'

const folder = temporaryFolders()
const files = ['softmax-2-3-2', 'bce-2-2-1', 'variants'].map((name) => referenceFile(`backward/${name}.json`))

interface Answer {
  readonly id: string
  readonly walks: { steps: { id: string; phase: string; shape: number[]; value: number[][] }[] }[]
}

interface Reference {
  readonly case: { readonly id: string }
  readonly walks: { id: string; phase: string; shape: number[]; value: number[][] }[][]
}

function fileOf(text: string, name = 'cases.json'): string {
  const path = join(folder(), name)
  writeFileSync(path, text)
  return path
}

describe('walk FILE', () => {
  it.each(files)('prints every number of every step: %s', async (file) => {
    const references = JSON.parse(readFileSync(file, 'utf8')) as Reference[]
    const { code, stdout, stderr } = await cli(['walk', fileOf(JSON.stringify(references.map((one) => one.case)))])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const answers = JSON.parse(stdout) as Answer[]
    expect(answers.map(({ id }) => id)).toEqual(references.map((one) => one.case.id))
    references.forEach(({ walks }, c) =>
      walks.forEach((walk, k) => {
        const wanted = new Set(walk.map(({ id }) => id))
        const ours = answers[c].walks[k].steps.filter(({ id }) => wanted.has(id))
        expect(ours.map(({ id, phase, shape }) => [id, phase, shape])).toEqual(walk.map(({ id, phase, shape }) => [id, phase, shape]))
        walk.forEach(({ value }, s) => {
          const within = 1e-12 * Math.max(1, ...value.flat().map(Math.abs))
          const found = ours[s].value.flat()
          value.flat().forEach((x, e) => expect(Math.abs(x - found[e])).toBeLessThanOrEqual(within))
        })
      })
    )
  })

  it('refuses a malformed case with its place and prints nothing', async () => {
    const { code, stdout, stderr } = await cli(['walk', fileOf('[{"network":{"inputs":2,"layers":[]}}]')])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain('[0].network.layers')
  })

  it('puts an error in the place of a case with a number that is not finite, the others have their answers: exit 4', async () => {
    const cases = (JSON.parse(readFileSync(files[0], 'utf8')) as { case: { X: number[][] } }[]).map((one) => one.case)
    const { code, stdout, stderr } = await cli([
      'walk',
      fileOf(
        JSON.stringify([
          {
            ...cases[0],
            X: [
              [1e308, 1e308],
              [1e308, 1e308]
            ]
          },
          cases[0]
        ])
      )
    ])
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' })
    const answers = JSON.parse(stdout) as (Answer & { error?: { code: string; message: string } })[]
    expect(answers[0].error).toMatchObject({ code: 'case.walk-not-finite' })
    expect(answers[1].walks).toHaveLength(1)
  })

  it.each(['--json', '--markdown', '--batch=2', '--notation=001'])('refuses %s, which only a model has a use for', async (flag) => {
    const { code, stdout, stderr } = await cli(['walk', files[0], flag])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--model')
  })
})

describe('walk --model', () => {
  // All tests look at the same runs.
  const runs = mkdtempSync(join(tmpdir(), 'walks-'))
  let count = 0
  let iris = ''
  let penguins = ''
  let toy = ''
  const train = async (line: string, ...more: string[]) => {
    const out = join(runs, String((count += 1)))
    const { code, stderr } = await cli(['train', '--epochs', '3', '--out', out, ...line.split(' '), ...more])
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    return out
  }
  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await cli(['walk', '--json', ...args])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout) as {
      data: string
      rows: number[]
      notation: string
      learningRate: number
      steps: { id: string; value: number[][]; cell?: { sum: string; value: number; row: number; column: number } }[]
    }
  }

  afterAll(() => rmSync(runs, { recursive: true }))

  beforeAll(async () => {
    iris = await train(
      '--data iris --hidden 5 --batch-size 8 --optimizer adam --l2 0.01 --dropout 0.2 --clip 0.5 --class-weights balanced --schedule cosine'
    )
    penguins = await train(`--data ${join(dataFolder, 'penguins.csv')} --target body_mass_g,bill_length_mm --hidden 4,3 --precision f32`)
    toy = await train('--data toy:moons --loss binary-cross-entropy --positive-weight 2')
  })

  it('walks the first mini-batch of the run’s data with the very step that training would take', async () => {
    const answer = await json('--model', iris)
    const { settings } = await loadExperiment(iris)
    const { parameters } = await loadModel(iris)
    const { table } = await loadSample('iris', dataFolder)
    const prepared = prepare(table, settings)
    const trainer = createTrainer(prepared, settings, undefined, { parameters })
    trainer.trainStep()
    const steps = new Map(answer.steps.map(({ id, value }) => [id, value]))
    for (const { name, matrix } of namedTensors(trainer.parameters)) expect(steps.get(`${name}.new`)).toEqual(toRows(matrix))
    expect(answer).toMatchObject({ data: 'iris', notation: 'app' })
    expect(answer.rows).toHaveLength(8)
    expect(steps.has('clip')).toBe(true)
    expect(steps.has('M1')).toBe(true)
    trainer.release()
  })

  it('counts mini-batches on from epoch to epoch, each with the rate of its step', async () => {
    const [first, last, next] = [
      await json('--model', iris),
      await json('--model', iris, '--batch', '14'),
      await json('--model', iris, '--batch', '15')
    ]
    expect(last.rows.length).toBeLessThanOrEqual(8)
    expect(new Set([...first.rows, ...last.rows]).size).toBe(first.rows.length + last.rows.length)
    expect(next.rows).not.toEqual(first.rows)
    expect(next.learningRate).toBeLessThan(last.learningRate)
  })

  it('takes the rows that are asked for, the first of the data being 1', async () => {
    const answer = await json('--model', iris, '--rows', '1,5,9')
    expect(answer.rows).toEqual([1, 5, 9])
    expect(answer.steps[0].value).toHaveLength(3)
    expect(answer.learningRate).toBe(defaultSettings.learningRate)
  })

  it('prints sums in full digits that add up, in every notation', async () => {
    for (const notation of ['app', '000', '001', '002']) {
      const { steps } = await json('--model', toy, '--rows', '1,2,3', '--notation', notation)
      for (const { id, cell } of steps) {
        const { sum, value } = cell ?? { sum: '', value: NaN }
        expect(Math.abs(calculated(sum) - value), `${notation} ${id}: ${sum}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)))
      }
    }
  })

  it('needs the file that a run was trained on to be named, and says so', async () => {
    const { code, stdout, stderr } = await cli(['walk', '--model', penguins])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('penguins.csv')
    expect(stderr).toContain('--data')
  })

  it('walks several numbers in float32', async () => {
    const answer = await json('--model', penguins, '--data', join(dataFolder, 'penguins.csv'), '--rows', '1,2')
    const loss = answer.steps.find(({ id }) => id === 'Ldata')
    expect(loss?.value.flat()).toHaveLength(1)
    const W1 = answer.steps.find(({ id }) => id === 'W1.new')
    expect(W1?.value.flat().every((x) => Math.fround(x) === x)).toBe(true)
  })

  it('walks rows of another file, prepared as the run has learned to', async () => {
    const lines = readFileSync(join(dataFolder, 'iris.csv'), 'utf8').trimEnd().split('\n')
    const other = fileOf(`${[lines[0], lines[100], lines[5]].join('\n')}\n`, 'other.csv')
    const [own, there] = [await json('--model', iris, '--rows', '100,5'), await json('--model', iris, '--data', other)]
    expect(there.rows).toEqual([1, 2])
    const numbers = (answer: typeof own) => answer.steps.filter(({ id }) => /^(Z|dW|L$)/.test(id)).map(({ id, value }) => [id, value])
    // The masks of a step depend on its number alone, which is 1 in both.
    expect(numbers(there)).toEqual(numbers(own))
  })

  it('reads the numbers of another file as those of its own', async () => {
    const row = (i: number) => `${i % 7},5;1.${100 + i},25;${'ab'[i % 2]}`
    const own = fileOf(`x;y;label\n${Array.from({ length: 40 }, (_, i) => `${row(i)}\n`).join('')}`, 'commas.csv')
    const run = await train('--target label --data', own)
    const inputs = async (text: string) => {
      const other = fileOf(`x;y;label\n${text}`, 'rows.csv')
      const { steps } = await json('--model', run, '--data', other)
      return steps.find(({ id }) => id === 'Z1')?.value
    }
    // Read without what the model knows, 1.234 is little more than one.
    expect(await inputs('1,125;1.234;a\n')).toEqual(await inputs('1,1250;1234,0;a\n'))
  })

  it('prints Markdown with formulas, and a table unless asked for another form', async () => {
    const markdown = await cli(['walk', '--model', iris, '--markdown', '--notation', '002', '--lang', 'zh'])
    expect(markdown.code).toBe(0)
    expect(markdown.stdout).toContain('# 一步训练的全部数字')
    expect(markdown.stdout).toContain('- 网络: ')
    expect(markdown.stdout).toContain('\\left(S-I_y\\right)')
    const table = await cli(['walk', '--model', iris])
    expect(table.stdout).toMatch(/^Z1 +forward +8×5 +X·W1 \+ b1 +≈ /m)
  })

  it.each([
    [['--rows', '1', '--batch', '2'], 2, '--rows and --batch'],
    [['--rows', '0'], 2, '--rows'],
    [['--rows', '1,x'], 2, '--rows'],
    [['--batch', '1.5'], 2, '--batch'],
    [['--notation', '003'], 2, '--notation'],
    [['--json', '--markdown'], 2, '--json and --markdown'],
    [['--rows', '151'], 3, 'no row 151'],
    [['--data', 'nowhere.csv'], 3, 'nowhere.csv']
  ])('refuses %j', async (args, code, words) => {
    const answer = await cli(['walk', '--model', iris, ...args])
    expect({ code: answer.code, stdout: answer.stdout }).toEqual({ code, stdout: '' })
    expect(answer.stderr).toContain(words)
  })

  it('refuses a file beside a model, and a model without its experiment', async () => {
    const both = await cli(['walk', '--model', iris, files[0]])
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('--model')])
    const alone = join(folder(), 'weights.safetensors')
    writeFileSync(alone, readFileSync(join(iris, 'weights.safetensors')))
    const answer = await cli(['walk', '--model', alone])
    expect([answer.code, answer.stderr]).toEqual([2, expect.stringContaining('experiment.json')])
  })

  it('refuses a class that the network does not know, with its row', async () => {
    const [head] = readFileSync(join(dataFolder, 'iris.csv'), 'utf8').split('\n')
    const other = fileOf(`${head}\n5,3,1,0.2,rose\n5,3,1,0.2,tulip\n`, 'flowers.csv')
    const { code, stdout, stderr } = await cli(['walk', '--model', iris, '--data', other])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain('Row 2')
    expect(stderr).toContain('rose')
  })

  it('goes on past a number that is not finite: – in Markdown, null in JSON, exit 4', async () => {
    const line = await train('--data toy:line --hidden 3 --activation relu')
    const huge = fileOf('x,y\n1e300,1\n-1e300,1\n', 'huge.csv')
    const markdown = await cli(['walk', '--model', line, '--data', huge, '--markdown'])
    expect({ code: markdown.code, stderr: markdown.stderr }).toEqual({ code: 4, stderr: '' })
    expect(markdown.stdout).toContain('is not finite')
    expect(markdown.stdout).toContain('–&–')
    const answer = await cli(['walk', '--model', line, '--data', huge, '--json'])
    expect(answer.code).toBe(4)
    expect(JSON.parse(answer.stdout)).toHaveProperty('firstNotFinite.step')
  })
})
