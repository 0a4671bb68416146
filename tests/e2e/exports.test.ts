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
      const appWindow = window.current
      const terminal = await trainInTerminal(inFolder('iris'), ['--data', 'iris'])
      await appWindow.train()
      await expectSameBytes('鸢尾花 weights', terminal)
    })

    it('has one SHA-256 of its weights, there and in the window, run after run', async () => {
      const appWindow = window.current
      const inTerminal = weightsDigest(inFolder('iris/weights.safetensors'))
      expect(weightsDigest(inFolder('鸢尾花 weights.safetensors'))).toBe(inTerminal)
      await appWindow.click('rewind-button')
      await appWindow.waitForStatus('idle')
      await appWindow.train()
      await appWindow.exportWeights('safetensors', inFolder('again.safetensors'))
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
      const appWindow = window.current
      await appWindow.save('export-history', inFolder('curves.csv'))
      expect(fs.readFileSync(inFolder('curves.csv'), 'utf8')).toBe(fs.readFileSync(inFolder('iris/history.csv'), 'utf8'))
      await appWindow.click('tab-check')
      await appWindow.click('check-button')
      await appWindow.find('check-summary').waitFor()
      await appWindow.save('export-check', inFolder('check.csv'))
      expect(fs.readFileSync(inFolder('check.csv'), 'utf8')).toBe(fs.readFileSync(inFolder('iris/gradient-check.csv'), 'utf8'))
    })
  })

  describe('a regression with text columns, the body mass of penguins', () => {
    it('is byte for byte what the command line writes for the same settings', async () => {
      const appWindow = window.current
      const flags = ['--target', 'body_mass_g', '--hidden', '8,4', '--activation', 'relu,sigmoid', '--epochs', '60', '--seed', '7']
      const terminal = await trainInTerminal(inFolder('penguins'), ['--data', penguins, ...flags])
      await appWindow.chooseFile(penguins)
      await appWindow.click('confirm-ok')
      await appWindow.find('target-select').selectOption('body_mass_g')
      await appWindow.type('hidden-text', '8 relu, 4 sigmoid')
      await appWindow.type('epochs', '60')
      for (const seed of ['seed-split', 'seed-init', 'seed-shuffle']) await appWindow.type(seed, '7')
      await appWindow.page.getByText('→ 8 relu → 4 sigmoid → 1 linear').waitFor()
      await appWindow.train()
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
      const appWindow = window.current
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
      await appWindow.find('sample-select').selectOption('breast-cancer')
      await appWindow.click('confirm-ok')
      await appWindow.page.getByText('30 → 16 tanh → 2 softmax').waitFor()
      await appWindow.find('loss-select').selectOption('binary-cross-entropy')
      await appWindow.type('option-positiveWeight', '2')
      await appWindow.find('precision').selectOption('f32')
      await appWindow.find('scale-select').selectOption('minmax')
      // Two clicks in a row: the box may show the old state until the first has been answered.
      await appWindow.click('bias')
      await expect.poll(() => appWindow.find('bias').isChecked(), PATIENCE).toBe(false)
      const fields = {
        'hidden-text': '',
        l2: '0.001',
        'learning-rate': '0.03',
        'batch-size': '32',
        epochs: '20',
        'test-share': '0.4'
      }
      for (const [field, text] of Object.entries(fields)) await appWindow.type(field, text)
      await appWindow.page.getByText('30 → 1 sigmoid').waitFor()
      await appWindow.train()
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
