import { describe, expect, it } from 'vitest'
import { createRandom, type Targets } from '#core'
import { featureAssociation } from '../../../../src/core/doctor/evidence/feature-association'

const random = createRandom(1)
const noise = Array.from({ length: 300 }, () => random.normal())
const matrix = (data: readonly number[], columns = 1) => ({ rows: data.length / columns, columns, data: Float64Array.from(data) })
const classes = (of: (i: number) => number): Targets => ({ kind: 'classes', classes: Int32Array.from({ length: 300 }, (_, i) => of(i)) })
const values = (data: readonly number[]): Targets => ({ kind: 'values', values: matrix(data) })

describe('what a feature and the target share', () => {
  it('is r² of two numbers: 1 of a copy in other units, 1/2 of the sum with as much noise', () => {
    expect(featureAssociation({ X: matrix(noise), targets: values(noise.map((one) => 3 - 2 * one)) }, 0, 1)).toBeCloseTo(1, 12)
    const other = Array.from({ length: 300 }, () => random.normal())
    const half = featureAssociation({ X: matrix(noise), targets: values(noise.map((one, i) => one + other[i])) }, 0, 1)
    expect(Math.abs(half - 0.5)).toBeLessThan(0.1)
  })

  it('is 1 of a code of the classes, as one number or one-hot', () => {
    const targets = classes((i) => i % 3)
    expect(featureAssociation({ X: matrix(noise.map((_, i) => 5 * (i % 3))), targets }, 0, 1)).toBe(1)
    const marks = noise.flatMap((_, i) => [0, 1, 2].map((k) => (k === i % 3 ? 1 : 0)))
    expect(featureAssociation({ X: matrix(marks, 3), targets }, 0, 3)).toBe(1)
  })

  it('is 0 of a mark that tells one class of three from the others only', () => {
    const X = matrix(noise.map((_, i) => (i % 3 === 0 ? 1 : 0)))
    expect(featureAssociation({ X, targets: classes((i) => i % 3) }, 0, 1)).toBe(0)
  })

  it('is 0 of noise', () => {
    expect(featureAssociation({ X: matrix(noise), targets: classes((i) => i % 2) }, 0, 1)).toBe(0)
  })
})
