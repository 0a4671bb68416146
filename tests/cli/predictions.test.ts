import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeIf } from '../support/conditions'
import { numpy } from '../support/python'
import { cli, dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const script = join(import.meta.dirname, '../support/predict.py')

type Prediction = readonly [string | number, ...number[]]

/** The content of predictions.csv: the line, the predictions and the probabilities. */
function written(out: string): { lines: string[]; predictions: string[][] } {
  const [header, ...rows] = readFileSync(join(out, 'predictions.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','))
  return { lines: rows.map(([line]) => line), predictions: rows.map((cells) => cells.filter((_, c) => /^pr/.test(header[c]))) }
}

/**
 * float64: what numpy's own exp and order of sums make of a dozen terms, with a hundredfold margin. float32: the engine rounds every
 * activation to 24 bits (6e-8), which numpy does not in this reader; errors of some layers add up.
 */
const tolerance = { f64: 1e-12, f32: 2e-5 } as const

describeIf(numpy, 'a prediction from a file of weights alone, by numpy', () => {
  it.each([
    ['iris', 'species', '--hidden 8,4 --activation tanh,relu', 'f64'],
    ['breast-cancer', 'diagnosis', '--loss binary-cross-entropy --positive-weight 2 --scale minmax', 'f64'],
    ['penguins', 'species', '--activation sigmoid --no-bias', 'f64'],
    ['penguins', 'body_mass_g', '--hidden 12 --activation relu --l2 0.001', 'f64'],
    ['wine', 'cultivar', '--hidden none --scale none --learning-rate 0.000001', 'f64'],
    ['penguins', 'body_mass_g', '--precision f32', 'f32'],
    ['penguins', 'species', '--missing indicator --encode ordinal --scale robust', 'f64'],
    ['penguins', 'species', '--missing mode --override sex:encode=ordinal,scale=minmax;island:missing=drop', 'f64'],
    ['penguins', 'body_mass_g,bill_length_mm', '--missing median --split-last 60', 'f64']
  ] as const)('is that of predictions.csv: %s, %s, %s', async (data, target, flags, precision) => {
    const out = join(folder(), 'out')
    const { code, stderr } = await cli(['train', '--data', data, '--target', target, ...flags.split(' '), '--epochs', '25', '--out', out])
    expect(code, stderr).toBe(0)
    const { lines, predictions } = written(out)
    for (const ending of ['safetensors', 'npz', 'json']) {
      const args = [script, join(out, `weights.${ending}`), join(dataFolder, `${data}.csv`), lines.join(',')]
      const python = spawnSync(numpy.command, args, { encoding: 'utf8' })
      expect(python.stderr).toBe('')
      const theirs = JSON.parse(python.stdout) as Prediction[]
      theirs.forEach((row, i) =>
        row.forEach((value, c) => {
          if (typeof value === 'string') expect(predictions[i][c]).toBe(value)
          else expect(Math.abs(Number(predictions[i][c]) - value) / Math.max(1, Math.abs(value))).toBeLessThan(tolerance[precision])
        })
      )
    }
  })
})
