import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSafetensors } from '#core'
import { itIf } from '../support/conditions'
import { numpy } from '../support/python'
import { weightsDigest } from '../support/weights-digest'
import { trainInTerminal } from './support/command-line'
import { copySample, useFolder } from './support/folders'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'
import { predictWithNumpy, type NumpyPrediction } from './support/predict-with-numpy'

const formats = ['safetensors', 'npz', 'json'] as const

/** One line of the command line's predictions.csv. */
interface Predicted {
  readonly row: number
  readonly truth: string
  readonly prediction: string
  /** Probabilities, or the one predicted number. */
  readonly numbers: readonly number[]
}

describe('what the window exports', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()
  const inFolder = (name: string) => path.join(folder, name)
  const iris = copySample('iris', folder)
  const penguins = copySample('penguins', folder)

  /** Exports all three formats, and compares each with the command line's of the same name. */
  async function expectSameBytes(name: string, terminal: string): Promise<void> {
    for (const format of formats) {
      const file = inFolder(`${name}.${format}`)
      await window.current.exportWeights(format, file)
      expect(fs.readFileSync(file).equals(fs.readFileSync(path.join(terminal, `weights.${format}`))), format).toBe(true)
    }
  }

  describe('a classifier, iris as it comes', () => {
    it('is byte for byte what the command line writes for the same settings', async () => {
      const lab = window.current
      const terminal = await trainInTerminal(inFolder('iris'), ['--data', 'iris'])
      await lab.train()
      await expectSameBytes('鸢尾花 weights', terminal)
    })

    it('has one SHA-256 of its weights, there and in the window, run after run', async () => {
      const lab = window.current
      const inTerminal = weightsDigest(inFolder('iris/weights.safetensors'))
      expect(weightsDigest(inFolder('鸢尾花 weights.safetensors'))).toBe(inTerminal)
      await lab.click('rewind-button')
      await lab.waitForStatus('idle')
      await lab.train()
      await lab.exportWeights('safetensors', inFolder('again.safetensors'))
      expect(weightsDigest(inFolder('again.safetensors'))).toBe(inTerminal)
    })

    it('has the tensors of the network in order', () => {
      const { tensors } = readSafetensors(fs.readFileSync(inFolder('鸢尾花 weights.safetensors')))
      expect(tensors.map(({ name, shape }) => [name, shape])).toEqual([
        ['W1', [4, 16]],
        ['b1', [16]],
        ['W2', [16, 3]],
        ['b2', [3]]
      ])
    })

    itIf(numpy, 'predicts the same with numpy from any of its three files alone', async () => {
      const rows = readPredictions(inFolder('iris'))
      for (const format of formats) {
        const answers = predictWithNumpy(
          format,
          inFolder(`鸢尾花 weights.${format}`),
          iris,
          rows.map(({ row }) => row)
        )
        expect(answers.map(({ label }) => label)).toEqual(rows.map(({ prediction }) => prediction))
        expect(worstDifference(answers, rows)).toBeLessThanOrEqual(1e-9)
      }
      const right = rows.filter(({ truth, prediction }) => truth === prediction)
      expect(await window.current.figure('test-metric')).toBe(right.length / rows.length)
    })

    it('has its curves and its gradient check in the files that the command line writes', async () => {
      const lab = window.current
      await lab.save('export-history', inFolder('curves.csv'))
      expect(fs.readFileSync(inFolder('curves.csv'), 'utf8')).toBe(fs.readFileSync(inFolder('iris/history.csv'), 'utf8'))
      await lab.click('tab-check')
      await lab.click('check-button')
      await lab.find('check-summary').waitFor()
      await lab.save('export-check', inFolder('check.csv'))
      expect(fs.readFileSync(inFolder('check.csv'), 'utf8')).toBe(fs.readFileSync(inFolder('iris/gradient-check.csv'), 'utf8'))
    })
  })

  describe('a regression with text columns, the body mass of penguins', () => {
    it('is byte for byte what the command line writes for the same settings', async () => {
      const lab = window.current
      const flags = ['--target', 'body_mass_g', '--hidden', '8,4', '--activation', 'relu,sigmoid', '--epochs', '60', '--seed', '7']
      const terminal = await trainInTerminal(inFolder('penguins'), ['--data', penguins, ...flags])
      await lab.chooseFile(penguins)
      await lab.click('confirm-ok')
      await lab.find('target-select').selectOption('body_mass_g')
      await lab.type('hidden-text', '8 relu, 4 sigmoid')
      await lab.type('epochs', '60')
      for (const seed of ['seed-split', 'seed-init', 'seed-shuffle']) await lab.type(seed, '7')
      await lab.page.getByText('→ 8 relu → 4 sigmoid → 1 linear').waitFor()
      await lab.train()
      await expectSameBytes('penguins', terminal)
    })

    itIf(numpy, 'predicts the same body masses with numpy from any of its three files alone', () => {
      const rows = readPredictions(inFolder('penguins'))
      for (const format of formats) {
        const answers = predictWithNumpy(
          format,
          inFolder(`penguins.${format}`),
          penguins,
          rows.map(({ row }) => row)
        )
        expect(worstDifference(answers, rows)).toBeLessThanOrEqual(1e-9)
      }
    })
  })

  describe('a classifier of two classes in float32 with every other setting changed', () => {
    it('is byte for byte what the command line writes for the same settings', async () => {
      const lab = window.current
      const flags = [
        '--data',
        'breast-cancer',
        '--hidden',
        'none',
        '--no-bias',
        '--precision',
        'f32',
        '--loss',
        'binary-cross-entropy',
        '--positive-weight',
        '2',
        '--l2',
        '0.001',
        '--learning-rate',
        '0.03',
        '--batch-size',
        '32',
        '--epochs',
        '20',
        '--test',
        '0.4',
        '--scale',
        'minmax'
      ]
      const terminal = await trainInTerminal(inFolder('breast-cancer'), flags)
      await lab.find('sample-select').selectOption('breast-cancer')
      await lab.click('confirm-ok')
      await lab.page.getByText('30 → 16 tanh → 2 softmax').waitFor()
      await lab.find('loss-select').selectOption('binary-cross-entropy')
      await lab.type('option-positiveWeight', '2')
      await lab.find('precision').selectOption('f32')
      await lab.find('scale-select').selectOption('minmax')
      // Two clicks in a row: the box may show the old state until the first has been answered.
      await lab.click('bias')
      await expect.poll(() => lab.find('bias').isChecked(), PATIENCE).toBe(false)
      const fields = {
        'hidden-text': '',
        l2: '0.001',
        'learning-rate': '0.03',
        'batch-size': '32',
        epochs: '20',
        'test-share': '0.4'
      }
      for (const [field, text] of Object.entries(fields)) await lab.type(field, text)
      await lab.page.getByText('30 → 1 sigmoid').waitFor()
      await lab.train()
      await expectSameBytes('breast-cancer', terminal)
    })
  })
})

/** The predictions.csv that the command line left in a folder. */
function readPredictions(folder: string): Predicted[] {
  const [header, ...lines] = fs
    .readFileSync(path.join(folder, 'predictions.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  expect(header.slice(0, 3)).toEqual(['row', 'truth', 'prediction'])
  return lines.map(([row, truth, prediction, ...probabilities]) => {
    const numbers = (probabilities.length > 0 ? probabilities : [prediction]).map(Number)
    return { row: Number(row), truth, prediction, numbers }
  })
}

/** The largest difference between what numpy and the command line say, relative where numbers are large. */
function worstDifference(answers: readonly NumpyPrediction[], rows: readonly Predicted[]): number {
  expect(answers).toHaveLength(rows.length)
  const differences = rows.flatMap(({ numbers }, i) =>
    numbers.map((number, j) => Math.abs(number - answers[i].outputs[j]) / Math.max(1, Math.abs(number)))
  )
  return Math.max(...differences)
}
