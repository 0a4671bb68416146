import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings, suggestSettings, type Settings } from '#core'
import { partitionRows, splitRows } from '../../../src/core/preparation/split'
import { refusalOf, tableOfColumns } from '../../support/tables'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

function divide(count: number, changes: Partial<Settings>, classes: Int32Array | null = null, column?: readonly string[]) {
  const table = tableOfColumns({ x: range(count), y: range(count).map((i) => i % 2), ...(column ? { set: column } : {}) })
  return partitionRows({ table, rows: Int32Array.from(range(count)), classes }, { ...suggestSettings(table, { target: 'y' }), ...changes })
}

const seeded = (split: number) => ({ seeds: { ...defaultSettings.seeds, split } })

describe('divided rows', () => {
  const anySplit = fc.oneof(
    fc.record({ kind: fc.constant('ratio' as const), stratified: fc.boolean() }),
    fc
      .integer({ min: 2, max: 6 })
      .chain((folds) =>
        fc.record({ kind: fc.constant('folds' as const), folds: fc.constant(folds), fold: fc.integer({ min: 1, max: folds }) })
      ),
    fc.record({ kind: fc.constant('last' as const), rows: fc.integer({ min: 1, max: 50 }) })
  )

  it('are each on one side, in ascending order, whatever the split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 6, maxLength: 40 }),
        anySplit,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.nat(50),
        (labels, split, validation, seed) => {
          const sides = divide(labels.length, { split, validation, ...seeded(seed) }, Int32Array.from(labels))
          for (const side of Object.values(sides)) expect([...side]).toEqual([...side].sort((a: number, b: number) => a - b))
          const all = [...sides.train, ...sides.validation, ...sides.test].sort((a, b) => a - b)
          expect(all).toEqual(range(labels.length))
        }
      )
    )
  })

  it('have the same test rows with and without validation rows', () => {
    const classes = Int32Array.from(range(60).map((i) => i % 3))
    for (const split of [
      { kind: 'ratio', stratified: true },
      { kind: 'folds', folds: 5, fold: 2 }
    ] as const) {
      const [without, with20] = [0, 0.2].map((validation) => divide(60, { split, validation }, classes))
      expect(with20.test).toEqual(without.test)
      expect(with20.validation).toHaveLength(12)
    }
    expect(divide(60, {}, classes).test).toEqual(splitRows(60, 0.25, 1, classes).test)
  })

  it('take validation rows class by class where the test rows are so taken', () => {
    const classes = Int32Array.from([...new Array<number>(80).fill(0), ...new Array<number>(20).fill(1)])
    const { validation } = divide(100, { test: 0.2, validation: 0.2 }, classes)
    expect(Array.from(validation).filter((i) => classes[i] === 1)).toHaveLength(4)
  })
})

describe('folds', () => {
  it('hold every row once, in parts that differ by one row at most, in all and in each class', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 6, maxLength: 50 }),
        fc.integer({ min: 2, max: 6 }),
        fc.nat(50),
        (labels, folds, seed) => {
          const classes = Int32Array.from(labels)
          const parts = range(folds).map(
            (fold) => divide(labels.length, { split: { kind: 'folds', folds, fold: fold + 1 }, ...seeded(seed) }, classes).test
          )
          expect(parts.flatMap((part) => [...part]).sort((a, b) => a - b)).toEqual(range(labels.length))
          const spread = (counts: number[]) => Math.max(...counts) - Math.min(...counts)
          expect(spread(parts.map(({ length }) => length))).toBeLessThanOrEqual(1)
          for (const c of new Set(labels))
            expect(spread(parts.map((part) => part.filter((i) => classes[i] === c).length))).toBeLessThanOrEqual(1)
        }
      )
    )
  })

  it('are others for another seed', () => {
    const fold = (seed: number) => [...divide(40, { split: { kind: 'folds', folds: 4, fold: 1 }, ...seeded(seed) }).test]
    expect(fold(1)).toEqual(fold(1))
    expect(fold(1)).not.toEqual(fold(2))
  })
})

describe('the last rows', () => {
  it('are the test rows, and validation rows those before them', () => {
    const { train, validation, test } = divide(10, { split: { kind: 'last', rows: 3 }, validation: 0.2 })
    expect([[...train], [...validation], [...test]]).toEqual([range(5), [5, 6], [7, 8, 9]])
  })
})

describe('a column that says the side', () => {
  it('is read in both languages, whatever the case', () => {
    const words = ['train', 'Test', ' TRAIN ', '验证', 'test', '训练', 'val', '测试集']
    const { train, validation, test } = divide(8, { split: { kind: 'column', column: 'set' } }, null, words)
    expect([[...train], [...validation], [...test]]).toEqual([
      [0, 2, 5],
      [3, 6],
      [1, 4, 7]
    ])
  })

  it('leaves validation rows to be drawn where it names none', () => {
    const words = range(10).map((i) => (i < 8 ? 'train' : 'test'))
    const { train, validation, test } = divide(10, { split: { kind: 'column', column: 'set' }, validation: 0.3 }, null, words)
    expect([train.length, validation.length, [...test]]).toEqual([5, 3, [8, 9]])
  })

  it.each(['maybe', 'NA', '1'])('is refused where it says %s', (word) => {
    expect(refusalOf(() => divide(3, { split: { kind: 'column', column: 'set' } }, null, ['train', 'test', word])).en).toBe(
      `Row 4, column 3 (\`set\`): \`${word}\` is not a part of the split; it must be train, test or validation.`
    )
  })
})
