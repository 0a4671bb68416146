import { describe, expect, it } from 'vitest'
import {
  AppError,
  checkGradients,
  csvText,
  gradientCheckCsv,
  gradientsBySteps,
  lessonCase,
  namedTensors,
  readAnswerCsv,
  readAnswerNpz,
  rightSteps,
  type NetworkCase
} from '#core'
import { writeNpy } from '../../../src/core/formats/npy'
import { writeZip } from '../../../src/core/formats/zip'
import { lessonProblem } from '../../support/python-inside'

const asked = lessonCase('L000') as NetworkCase
const gradients = gradientsBySteps(lessonProblem('L000'), rightSteps)
const tensors = namedTensors(gradients)

function npz(prefix: string, omit?: string): Uint8Array {
  return writeZip(
    tensors
      .filter(({ name }) => name !== omit)
      .map(({ name, kind, matrix: { rows, columns, data } }) => ({
        name: `${prefix}${name}.npy`,
        bytes: writeNpy({ name, shape: kind === 'bias' ? [columns] : [rows, columns], data: data as Float64Array })
      }))
  )
}

describe('an answer in an npz file', () => {
  it.each(['', 'd'])('has the gradients under the names of the tensors, with the prefix %j', (prefix) => {
    expect(readAnswerNpz(npz(prefix), asked)).toEqual({ loss: null, gradients })
  })

  it('is refused with the place of a tensor that is not there', () => {
    expect(() => readAnswerNpz(npz('', 'b2'), asked)).toThrow('gradients[1].b')
  })
})

describe('an answer in a CSV file', () => {
  const lines = tensors.flatMap(({ name, kind, matrix: { columns, data } }) =>
    Array.from(data, (value, e) => (kind === 'bias' ? [name, e, null, value] : [name, Math.floor(e / columns), e % columns, value]))
  )
  const header = ['tensor', 'row', 'column', 'gradient']

  it('has one element a line, and the loss', () => {
    const text = csvText(header, [['loss', 0, 0, 1.5], ...lines])
    expect(readAnswerCsv(text, asked)).toEqual({ loss: 1.5, gradients })
  })

  it('can be the table of a gradient check', () => {
    const text = gradientCheckCsv(checkGradients({ ...lessonProblem('L000') }))
    const read = namedTensors(readAnswerCsv(text, asked).gradients)
    for (const [t, { matrix }] of read.entries())
      for (const [e, value] of matrix.data.entries()) expect(value).toBeCloseTo(tensors[t].matrix.data[e], 12)
  })

  it('is refused with the place of an element that is not there', () => {
    expect(() => readAnswerCsv(csvText(header, lines.slice(1)), asked)).toThrow('gradients[0].W[0][0]')
  })

  it('is refused without its columns', () => {
    expect(() => readAnswerCsv('a,b\n1,2\n', asked)).toThrow(AppError)
  })
})
