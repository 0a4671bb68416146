import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnNamed, prepare, toRows, type Dataset, type Settings, type Table } from '#core'
import {
  refusalOf,
  sampleCells,
  sampleNames,
  sampleTable,
  settingsFor,
  tableOf,
  tableOfColumns,
  type SampleName
} from '../../support/tables'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

/** More than any number in the shipped files has. */
const decimals = 12

/** A number written as a decimal, as a whole number of units of its twelfth place. */
function exactUnits(cell: string): bigint {
  const [whole, part = ''] = cell.replace('-', '').split('.')
  if (part.length > decimals) throw new Error(`${cell} has too many decimals`)
  return BigInt(whole + part.padEnd(decimals, '0')) * (cell.startsWith('-') ? -1n : 1n)
}

/** Mean and population deviation of cells by exact arithmetic on their decimals. */
function exactConstants(cells: readonly string[]): { mean: number; scale: number } {
  const values = cells.map(exactUnits)
  const n = BigInt(values.length)
  const sum = values.reduce((a, b) => a + b, 0n)
  const squares = values.reduce((a, b) => a + b * b, 0n)
  const variance = n * squares - sum * sum
  const deviation = Math.sqrt(Number(variance)) / Number(n) / 10 ** decimals
  return { mean: Number(sum) / Number(n) / 10 ** decimals, scale: variance === 0n ? 1 : deviation }
}

function classNamesOf({ targets }: Dataset, classes: readonly string[]): string[] {
  if (targets.kind === 'values') return Array.from(targets.values.data, (value) => classes[value])
  return Array.from(targets.classes, (index) => classes[index])
}

const prepareSample = (name: SampleName, changes: Partial<Settings> = {}) => {
  const table = sampleTable(name)
  return prepare(table, settingsFor(table, changes))
}

describe('the shipped data sets', () => {
  it.each([
    ['iris', 4, 112, 38, 0],
    ['wine', 13, 133, 45, 0],
    ['breast-cancer', 30, 427, 142, 0],
    ['digits', 61, 1348, 449, 0]
  ] as const)('%s becomes %i inputs, %i training and %i test rows', (name, inputs, train, test, dropped) => {
    const prepared = prepareSample(name)
    expect(prepared.train.X).toMatchObject({ rows: train, columns: inputs })
    expect(prepared.test.X).toMatchObject({ rows: test, columns: inputs })
    expect([prepared.droppedRows, prepared.notes]).toEqual([dropped, []])
  })

  it.each(sampleNames)('%s is scaled by the exact mean and deviation of its training rows', (name) => {
    const target = name === 'penguins' ? { targets: ['body_mass_g'] } : {}
    const { pipeline, train } = prepareSample(name, target)
    const [header, ...body] = sampleCells(name)
    const trainCells = (column: string) => Array.from(train.lines, (line) => body[line - 2][header.indexOf(column)])
    const numbers = [...pipeline.features, ...pipeline.targets]
    for (const constants of numbers.filter(({ kind }) => kind === 'number')) {
      if (!('scale' in constants)) continue
      const exact = exactConstants(trainCells(constants.name))
      // A mean near 0 is a sum of numbers as large as the deviation, and rounded like them.
      const size = Math.max(Math.abs(exact.mean), exact.scale)
      expect(Math.abs(constants.mean - exact.mean)).toBeLessThanOrEqual(1e-14 * size)
      expect(Math.abs(constants.scale - exact.scale)).toBeLessThanOrEqual(1e-13 * exact.scale)
    }
  })

  it.each(sampleNames)('%s keeps row, label and line together, in file order', (name) => {
    const { pipeline, train, test, inputs } = prepareSample(name, name === 'penguins' ? { targets: ['species'] } : {})
    const [header, ...body] = sampleCells(name)
    const [first] = pipeline.targets
    if (first.kind !== 'classes') throw new Error('classes expected')
    const { classes, name: target } = first
    for (const side of [train, test]) {
      expect([...side.lines]).toEqual([...side.lines].sort((a, b) => a - b))
      const rows = Array.from(side.lines, (line) => body[line - 2])
      expect(classNamesOf(side, classes)).toEqual(rows.map((row) => row[header.indexOf(target)]))
      toRows(side.X).forEach((values, i) => {
        const expected = pipeline.features.flatMap((feature) => {
          const cell = rows[i][header.indexOf(feature.name)]
          if (feature.kind === 'number') return [(Number(cell) - feature.mean) / feature.scale]
          return feature.categories.map((category) => (category === cell ? 1 : 0))
        })
        expect(values).toEqual(expected)
      })
    }
    expect(inputs).toHaveLength(train.X.columns)
    expect(new Set([...train.lines, ...test.lines]).size).toBe(train.lines.length + test.lines.length)
  })

  it('penguins drop the 11 birds with a missing value, and say where the first is', () => {
    const prepared = prepareSample('penguins', { targets: ['species'] })
    expect(prepared.droppedRows).toBe(11)
    expect(prepared.train.lines.length + prepared.test.lines.length).toBe(333)
    expect(prepared.inputs).toEqual([
      'island=Biscoe',
      'island=Dream',
      'island=Torgersen',
      'bill_length_mm',
      'bill_depth_mm',
      'flipper_length_mm',
      'body_mass_g',
      'sex=female',
      'sex=male'
    ])
    expect(prepared.notes).toEqual([{ code: 'note.dropped-rows', details: { count: 11, total: 344, row: 5, name: 'bill_length_mm' } }])
  })

  it('penguins drop fewer birds when the column with missing values is not used', () => {
    const prepared = prepareSample('penguins', { targets: ['species'], features: ['bill_length_mm', 'island'] })
    expect(prepared.droppedRows).toBe(2)
  })

  it('have stratified tests: a quarter of each class by largest remainders', () => {
    const counts = (name: SampleName) => prepareSample(name).classCounts?.map(({ train, test }) => [train, test])
    expect(counts('iris')).toEqual([
      [37, 13],
      [37, 13],
      [38, 12]
    ])
    // 59, 71 and 48 wines; 45 of 178 are 14.92, 17.95 and 12.13 of them.
    expect(counts('wine')).toEqual([
      [44, 15],
      [53, 18],
      [36, 12]
    ])
    // 357 benign and 212 malignant; 142 of 569 are 89.09 and 52.91 of them.
    expect(counts('breast-cancer')).toEqual([
      [268, 89],
      [159, 53]
    ])
  })
})

describe('prepare', () => {
  it('takes every constant from the training rows alone', () => {
    const row = fc.record({
      x: fc.integer({ min: -50, max: 50 }),
      t: fc.constantFrom('a', 'b', 'c', 'd'),
      y: fc.constantFrom('p', 'q')
    })
    const rows = fc.array(row, { minLength: 8, maxLength: 30 })
    fc.assert(
      fc.property(rows, fc.nat(1000), fc.constantFrom('none', 'standard', 'minmax'), (cells, split, scale) => {
        fc.pre(new Set(cells.map(({ y }) => y)).size === 2)
        const seeds = { split, init: 1, shuffle: 1 }
        const tableWith = (xs: number[], ts: string[]) => tableOfColumns({ x: xs, t: ts, y: cells.map(({ y }) => y) })
        const settings = (table: Table) => settingsFor(table, { features: ['x', 't'], scale, seeds })
        const table = tableWith(
          cells.map(({ x }) => x),
          cells.map(({ t }) => t)
        )
        const first = prepare(table, settings(table))
        const isTest = (i: number) => first.test.lines.includes(i + 2)
        const other = tableWith(
          cells.map(({ x }, i) => (isTest(i) ? x + 1000 : x)),
          cells.map(({ t }, i) => (isTest(i) ? 'new' : t))
        )
        const second = prepare(other, settings(table))
        expect(second.pipeline).toEqual(first.pipeline)
        expect(second.train).toEqual(first.train)
        expect(second.test.lines).toEqual(first.test.lines)
      })
    )
  })

  it('gives a pipeline that goes through JSON unchanged', () => {
    const { pipeline } = prepareSample('penguins', { targets: ['body_mass_g'], scale: 'minmax' })
    expect(JSON.parse(JSON.stringify(pipeline))).toEqual(pipeline)
  })

  it('scales training inputs to mean 0 and deviation 1, or to 0 … 1, or not at all', () => {
    const columnOf = (scale: Settings['scale']) => toRows(prepareSample('iris', { scale }).train.X).map(([x]) => x)
    const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length
    const standard = columnOf('standard')
    expect(mean(standard)).toBeCloseTo(0, 12)
    expect(mean(standard.map((x) => x * x))).toBeCloseTo(1, 12)
    expect([Math.min(...columnOf('minmax')), Math.max(...columnOf('minmax'))]).toEqual([0, 1])
    expect(columnOf('none').every((x) => x >= 4.3 && x <= 7.9)).toBe(true)
  })

  it('always standardises a regression target, and its units can be had back', () => {
    const table = sampleTable('penguins')
    const { train, pipeline, classCounts, network } = prepareSample('penguins', {
      targets: ['body_mass_g'],
      scale: 'none'
    })
    const [first] = pipeline.targets
    if (first.kind !== 'number' || train.targets.kind !== 'values') throw new Error('numbers expected')
    const { mean, scale } = first
    const mass = columnNamed(table, 'body_mass_g')
    Array.from(train.targets.values.data).forEach((y, i) => {
      expect(y * scale + mean).toBeCloseTo(mass.values[table.lines.indexOf(train.lines[i])], 9)
    })
    expect(classCounts).toBeNull()
    expect(network.layers.at(-1)).toEqual({ units: 1, activation: 'linear' })
  })

  it.each([
    ['softmax-cross-entropy', { units: 2, activation: 'linear' }, 'classes'],
    ['binary-cross-entropy', { units: 1, activation: 'sigmoid' }, 'values']
  ] as const)('ends the network as %s needs it', (kind, output, targets) => {
    const prepared = prepareSample('breast-cancer', {
      loss: { kind },
      hidden: [{ units: 8, activation: 'relu' }],
      bias: false
    })
    expect(prepared.network).toEqual({ inputs: 30, layers: [{ units: 8, activation: 'relu' }, output], bias: false })
    expect(prepared.train.targets.kind).toBe(targets)
    // The second class by code point, malignant, is the positive one.
    expect(prepared.classCounts?.map(({ name }) => name)).toEqual(['benign', 'malignant'])
    expect(classNamesOf(prepared.train, ['benign', 'malignant']).filter((name) => name === 'malignant')).toHaveLength(159)
  })

  it('stores numbers in the precision of the settings', () => {
    const prepared = prepareSample('breast-cancer', { precision: 'f32', loss: { kind: 'binary-cross-entropy' } })
    expect(prepared.train.X.data).toBeInstanceOf(Float32Array)
    if (prepared.test.targets.kind !== 'values') throw new Error('numbers expected')
    expect(prepared.test.targets.values.data).toBeInstanceOf(Float32Array)
  })

  it('is the same for the same settings, and another split for another seed', () => {
    const seeds = (split: number) => ({ seeds: { split, init: 1, shuffle: 1 } })
    expect(prepareSample('iris', seeds(3))).toEqual(prepareSample('iris', seeds(3)))
    expect(prepareSample('iris', seeds(3)).test.lines).not.toEqual(prepareSample('iris', seeds(4)).test.lines)
  })

  it('can do without test rows', () => {
    const { train, test } = prepareSample('iris', { test: 0 })
    expect([train.X.rows, test.X.rows, test.lines.length]).toEqual([150, 0, 0])
    expect(test.X.columns).toBe(4)
  })

  it('keeps the digits of small noise on a huge offset', () => {
    const table = tableOfColumns({
      x: range(64).map((i) => 1e9 + ((i * 37) % 64) / 1024),
      y: range(64).map((i) => i % 2)
    })
    const { train, pipeline } = prepare(table, settingsFor(table))
    const noise = Array.from(train.lines, (line) => ((line - 2) * 37) % 64)
    const mean = noise.reduce((a, b) => a + b, 0) / noise.length
    const deviation = Math.sqrt(noise.reduce((sum, k) => sum + (k - mean) ** 2, 0) / noise.length)
    expect(Math.abs(pipeline.features[0].scale * 1024 - deviation)).toBeLessThan(1e-12 * deviation)
  })
})

describe('a note on preparing', () => {
  it('tells of test rows with a text that no training row has', () => {
    const table = tableOfColumns({ x: range(9).map((i) => `c${i % 8}`), y: range(9).map((i) => i % 2) })
    const { test, notes, inputs } = prepare(table, settingsFor(table))
    const unseen = Array.from(test.lines).filter((line) => !inputs.includes(`x=c${(line - 2) % 8}`))
    expect(unseen.length).toBeGreaterThan(1)
    const values = unseen.map((line) => `c${(line - 2) % 8}`)
    expect(notes).toContainEqual({
      code: 'note.unseen-category',
      details: {
        name: 'x',
        count: unseen.length,
        row: unseen[0],
        value: values[0],
        values: values.map((value) => `\`${value}\``).join(', ')
      }
    })
  })

  it('tells of a class that has no training row', () => {
    const table = tableOfColumns({ x: range(4), y: ['a', 'b', 'c', 'd'] })
    const { notes, classCounts } = prepare(table, settingsFor(table))
    expect(classCounts?.[0]).toEqual({ name: 'a', train: 0, validation: 0, test: 1 })
    expect(notes).toEqual([{ code: 'note.missing-class', details: { name: 'y', value: 'a' } }])
  })
})

describe('settings that do not fit the table', () => {
  const table = tableOfColumns({
    x: range(12),
    t: range(12).map((i) => `t${i % 3}`),
    y: range(12).map((i) => (i % 2 ? 'a' : 'b'))
  })
  const refusal = (changes: Partial<Settings>, of = table) =>
    refusalOf(() => prepare(of, { ...settingsFor(of, { targets: ['y'] }), ...changes }))

  it.each<[string, Partial<Settings>, string]>([
    ['a target that is not there', { targets: ['z'] }, 'There is no column `z`; the columns are `x`, `t`, `y`.'],
    ['a feature that is not there', { features: ['x', 'z'] }, 'There is no column `z`; the columns are `x`, `t`, `y`.'],
    ['a target that is a feature', { features: ['x', 'y'] }, 'The target y is also a feature; remove it from the features.'],
    ['a feature twice', { features: ['x', 'x'] }, 'The feature x is chosen twice; give it once.'],
    ['no feature', { features: [] }, 'No feature is chosen; choose at least one column besides the target.'],
    [
      'regression on text',
      { task: 'regression', loss: { kind: 'mean-squared-error' } },
      'The target `y` is text (row 2: `b`); regression needs numbers. Choose classification or another target.'
    ],
    [
      'binary cross-entropy for three classes',
      { targets: ['t'], features: ['x'], loss: { kind: 'binary-cross-entropy' } },
      'The loss binary-cross-entropy cannot be used for the target `t` with its 3 classes; use softmax-cross-entropy, multiclass-hinge.'
    ],
    [
      'softmax for a number',
      { targets: ['x'], features: ['t'], task: 'regression' },
      'The loss softmax-cross-entropy cannot be used for the target `x`; use mean-squared-error, mean-absolute-error, huber.'
    ]
  ])('with %s are refused', (_, changes, sentence) => expect(refusal(changes).en).toBe(sentence))

  it('with too many categories are refused', () => {
    const wide = tableOfColumns({ x: [...range(10_010), 0].map((i) => `c${i}`), y: range(10_011).map((i) => i % 2) })
    expect(refusal({ test: 0, features: ['x'] }, wide)).toMatchObject({
      code: 'data.too-many-inputs',
      details: { count: 10_010, limit: 10_000 }
    })
  })

  it('with one class left are refused', () => {
    expect(refusal({}, tableOf('x,y\n1,a\n2,a\nNA,b\n'))).toMatchObject({
      code: 'data.one-class',
      details: { name: 'y', value: 'a' }
    })
  })

  it('with too few rows left are refused', () => {
    expect(refusal({}, tableOf('x,y\n1,a\nNA,b\n3,\n')).en).toBe(
      'After 2 rows with missing values were dropped, 1 training row and 0 test rows are left; at least 2 training rows are needed.'
    )
    expect(refusal({ test: 0.6 }, tableOf('x,y\n1,a\n2,b\n3,b\n'))).toMatchObject({
      code: 'data.too-few-rows',
      details: { train: 1, test: 2, dropped: 0 }
    })
  })

  it('are refused for a cell that is no number only when its column is used', () => {
    const broken = tableOf(
      `x,z,y\n${range(20)
        .map((i) => `${i},1${i},${i % 2}`)
        .join('\n')}\n1,12abc,0\n`
    )
    expect(refusal({ features: ['x', 'z'] }, broken)).toMatchObject({
      code: 'data.not-a-number',
      details: { row: 22, column: 2, name: 'z', value: '12abc' }
    })
    expect(prepare(broken, settingsFor(broken, { features: ['x'] })).droppedRows).toBe(0)
  })
})
