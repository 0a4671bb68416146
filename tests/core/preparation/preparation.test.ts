import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingChoices, prepare, scalings, textEncodings, toRows, type Settings } from '#core'
import { refusalOf, settingsFor, tableOf, tableOfColumns } from '../../support/tables'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)
const last = (rows: number): Partial<Settings> => ({ split: { kind: 'last', rows } })

/** A table whose last two rows are the test rows, and hold what no training row has. */
const table = tableOf('n,t,y\n1,b,p\n,a,q\n4,,p\n1,b,q\n10,a,p\nNA,zzz,q\n1000,,p\n')
const prepared = (changes: Partial<Settings>) =>
  prepare(table, settingsFor(table, { features: ['n', 't'], scale: 'none', ...last(2), ...changes }))

describe('missing values', () => {
  it.each([
    ['mean', 4, 'a'],
    ['median', 2.5, 'a'],
    ['mode', 1, 'a']
  ] as const)(
    'are filled with the %s of the training rows: %f; in texts always the most frequent, the first of equals',
    (missing, number, text) => {
      const { pipeline, droppedRows, notes } = prepared({ missing })
      expect(pipeline.features.map(({ fill, indicator }) => [fill, indicator])).toEqual([
        [number, false],
        [text, false]
      ])
      expect(droppedRows).toBe(0)
      expect(notes).toContainEqual({ code: 'note.filled', details: { name: 'n', count: 2, row: 3, value: number } })
    }
  )

  it('have an input of their own with indicator, 1 where one is missing', () => {
    const { inputs, train, test } = prepared({ missing: 'indicator' })
    expect(inputs).toEqual(['n', 'n is missing', 't=a', 't=b', 't is missing'])
    expect(toRows(train.X)).toEqual([
      [1, 0, 0, 1, 0],
      [4, 1, 1, 0, 0],
      [4, 0, 1, 0, 1],
      [1, 0, 0, 1, 0],
      [10, 0, 1, 0, 0]
    ])
    expect(toRows(test.X)).toEqual([
      [4, 1, 0, 0, 0],
      [1000, 0, 1, 0, 1]
    ])
  })

  it('have no such input where no training row misses any', () => {
    const whole = tableOf('n,y\n1,a\n2,b\n3,a\n4,b\n,a\n')
    const { inputs, test, pipeline } = prepare(whole, settingsFor(whole, { scale: 'none', missing: 'indicator', ...last(1) }))
    expect([inputs, toRows(test.X), pipeline.features[0].indicator]).toEqual([['n'], [[2.5]], false])
  })

  it('cannot be filled in from nothing', () => {
    const empty = tableOf('n,x,y\n,1,a\n,2,b\n,3,a\n7,4,b\n')
    const settings = settingsFor(empty, { features: ['n', 'x'], missing: 'mean', ...last(1) })
    expect(refusalOf(() => prepare(empty, settings)).en).toBe(
      'Column `n` has no value in any training row, so missing values cannot be filled in. Exclude the column.'
    )
  })

  it('of the target always drop their rows', () => {
    const holes = tableOf('x,y\n1,a\n2,\n,b\n4,b\n5,a\n')
    const { train, droppedRows } = prepare(holes, settingsFor(holes, { features: ['x'], missing: 'mean', test: 0 }))
    expect([[...train.lines], droppedRows]).toEqual([[2, 4, 5, 6], 1])
  })

  it('may be treated otherwise in one column', () => {
    const { pipeline, train } = prepared({ missing: 'drop', overrides: { t: { missing: 'mode' } } })
    expect(pipeline.features.map(({ missing }) => missing)).toEqual(['drop', 'mode'])
    expect([...train.lines]).toEqual([2, 4, 5])
  })
})

describe('texts', () => {
  it('become the place of their category, scaled like a number; one that is not known counts as −1', () => {
    const { pipeline, inputs, train, test, notes } = prepared({
      encode: 'ordinal',
      missing: 'mode',
      overrides: { n: { scale: 'none' } },
      scale: 'standard'
    })
    // b a (a) b a: 1 0 0 1 0 with mean 0.4.
    const deviation = Math.sqrt(0.24)
    expect(inputs).toEqual(['n', 't'])
    expect(pipeline.features[1]).toMatchObject({ mean: 0.4, scale: expect.closeTo(deviation, 15), categories: ['a', 'b'] })
    expect(toRows(train.X).map(([, t]) => t * deviation + 0.4)).toEqual([1, 0, 0, 1, 0].map((place) => expect.closeTo(place, 12)))
    expect(toRows(test.X)[0][1]).toBeCloseTo((-1 - 0.4) / deviation, 12)
    expect(notes).toContainEqual({ code: 'note.unseen-ordinal', details: { name: 't', count: 1, row: 7, value: 'zzz' } })
  })
})

describe('choices for one column', () => {
  it('go before those for all', () => {
    const { pipeline } = prepared({ missing: 'mean', overrides: { n: { scale: 'robust' }, t: { encode: 'ordinal', scale: 'minmax' } } })
    expect(pipeline.features.map(({ scaling, encode, missing }) => [scaling, encode, missing])).toEqual([
      ['robust', 'one-hot', 'mean'],
      ['minmax', 'ordinal', 'mean']
    ])
  })

  it('of a column that is no feature have no say', () => {
    const changes = { missing: 'mean' } as const
    expect(prepared({ ...changes, overrides: { y: { scale: 'robust' } } }).pipeline).toEqual(prepared(changes).pipeline)
  })
})

describe('raw data', () => {
  it('reach the network as they are, targets too where they are not scaled', () => {
    const cells = range(8).map((i) => 0.1 + i * 1e7)
    const raw = tableOfColumns({ x: cells, y: cells.map((x) => 3 * x) })
    const { train } = prepare(raw, settingsFor(raw, { targets: ['y'], scale: 'none', scaleTargets: 'none', test: 0 }))
    expect(Array.from(train.X.data)).toEqual(cells)
    expect(train.targets).toMatchObject({ values: { data: Float64Array.from(cells.map((x) => 3 * x)) } })
  })
})

describe('every constant', () => {
  it('comes from the training rows alone, whatever the steps', () => {
    const row = fc.record({
      x: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant('NA')),
      t: fc.constantFrom('a', 'b', 'c', 'NA'),
      y: fc.constantFrom('p', 'q')
    })
    const choices = fc.record({
      missing: fc.constantFrom(...missingChoices),
      scale: fc.constantFrom(...scalings),
      encode: fc.constantFrom(...textEncodings),
      split: fc.constantFrom<Settings['split']>(
        { kind: 'ratio', stratified: true },
        { kind: 'ratio', stratified: false },
        { kind: 'folds', folds: 4, fold: 2 },
        { kind: 'last', rows: 3 }
      ),
      validation: fc.constantFrom(0, 0.2)
    })
    let compared = 0
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 30 }), choices, fc.nat(100), (rows, chosen, seed) => {
        const tableWith = (xs: (number | string)[], ts: string[]) =>
          tableOfColumns({ k: rows.map((_, i) => i), x: xs, t: ts, y: rows.map(({ y }) => y) })
        const run = (of: ReturnType<typeof tableWith>) =>
          prepare(
            of,
            settingsFor(of, { targets: ['y'], features: ['k', 'x', 't'], ...chosen, seeds: { split: seed, init: 1, shuffle: 1 } })
          )
        let first
        try {
          first = run(
            tableWith(
              rows.map(({ x }) => x),
              rows.map(({ t }) => t)
            )
          )
        } catch {
          return
        }
        const held = new Set([...first.test.lines, ...first.validation.lines])
        const isHeld = (i: number) => held.has(i + 2)
        const second = run(
          tableWith(
            // What is missing stays so, since dropping a row changes which rows there are to split.
            rows.map(({ x }, i) => (isHeld(i) && typeof x === 'number' ? x + 1000 : x)),
            rows.map(({ t }, i) => (isHeld(i) && t !== 'NA' ? 'new' : t))
          )
        )
        expect(second.pipeline).toEqual(first.pipeline)
        expect(second.train).toEqual(first.train)
        expect([second.test.lines, second.validation.lines]).toEqual([first.test.lines, first.validation.lines])
        compared++
      }),
      { numRuns: 300 }
    )
    expect(compared).toBeGreaterThan(150)
  })
})

describe('several targets', () => {
  const wide = tableOfColumns({
    x: range(12),
    a: range(12).map((i) => (i % 2 ? 'yes' : 'No')),
    b: range(12).map((i) => (i % 3 ? 1 : 0)),
    m: range(12).map((i) => 100 + 7 * i),
    w: range(12).map((i) => i / 8)
  })

  it('are labels where each is of yes and no, or of 0 and 1', () => {
    const settings = settingsFor(wide, { targets: ['a', 'b'], features: ['x'], test: 0.25 })
    expect(settings).toMatchObject({ task: 'multilabel', loss: { kind: 'binary-cross-entropy' } })
    const { network, train, test, pipeline, labelCounts, classCounts } = prepare(wide, settings)
    expect(network.layers.at(-1)).toEqual({ units: 2, activation: 'sigmoid' })
    expect(pipeline.targets).toEqual([
      { kind: 'label', name: 'a', classes: ['No', 'yes'] },
      { kind: 'label', name: 'b', classes: ['0', '1'] }
    ])
    for (const side of [train, test]) {
      if (side.targets.kind !== 'values') throw new Error('numbers expected')
      expect(toRows(side.targets.values)).toEqual(Array.from(side.rows, (i) => [i % 2, i % 3 ? 1 : 0]))
    }
    const yes = (side: typeof train, divisor: number) => Array.from(side.rows).filter((i) => i % divisor !== 0).length
    expect(labelCounts).toEqual([
      { name: 'a', train: yes(train, 2), validation: 0, test: yes(test, 2) },
      { name: 'b', train: yes(train, 3), validation: 0, test: yes(test, 3) }
    ])
    expect(classCounts).toBeNull()
  })

  it('are numbers otherwise, each in its own units, which can be had back', () => {
    const settings = settingsFor(wide, { targets: ['m', 'w'], features: ['x'] })
    expect(settings.task).toBe('regression')
    const { network, train, pipeline } = prepare(wide, settings)
    expect(network.layers.at(-1)?.units).toBe(2)
    if (train.targets.kind !== 'values') throw new Error('numbers expected')
    const back = toRows(train.targets.values).map((row) =>
      row.map((y, t) => {
        const target = pipeline.targets[t]
        return target.kind === 'number' ? y * target.scale + target.mean : NaN
      })
    )
    back.forEach(([m, w], i) => {
      expect(m).toBeCloseTo(100 + 7 * train.rows[i], 10)
      expect(w).toBeCloseTo(train.rows[i] / 8, 12)
    })
  })

  it.each<[string, Partial<Settings>, string]>([
    ['none', { targets: [] }, 'No target is chosen; choose the column to predict.'],
    ['one twice', { targets: ['m', 'm'], task: 'regression' }, 'The target m is chosen twice; give it once.'],
    [
      'several classes',
      { targets: ['a', 'b'], task: 'classification' },
      '2 targets are chosen (a, b), but classification has one. Choose one of them, or the task multilabel or regression.'
    ],
    [
      'a label of three answers',
      { targets: ['a', 'm'], task: 'multilabel', loss: { kind: 'binary-cross-entropy' } },
      'Row 2, column 4 (`m`): `100` is neither yes nor no, nor 0 or 1. A label column must use the same pair of values in all rows.'
    ],
    [
      'squares for labels',
      { targets: ['a', 'b'], task: 'multilabel', loss: { kind: 'mean-squared-error' } },
      'The loss mean-squared-error cannot be used for the target `a`; use binary-cross-entropy.'
    ]
  ])('are refused: %s', (_, changes, sentence) => {
    const settings = settingsFor(wide, { targets: ['m'], features: ['x'] })
    expect(refusalOf(() => prepare(wide, { ...settings, ...changes })).en).toBe(sentence)
  })
})

describe('a test row that also occurs in training', () => {
  it('is told, with both rows', () => {
    const twins = tableOf('x,y\n1,a\n2,b\n3,a\n4,b\n2,b\n1,b\n3,a\n')
    expect(prepare(twins, settingsFor(twins, { features: ['x'], ...last(3) })).notes).toEqual([
      { code: 'note.duplicate-rows', details: { count: 2, percent: 67, row: 6, other: 3, whole: 1 } }
    ])
  })
})
