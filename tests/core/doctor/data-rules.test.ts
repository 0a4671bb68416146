import { describe, expect, it } from 'vitest'
import { createRandom, sentence, type RuleName, type Settings } from '#core'
import { examine, tableStart, type Examined } from '../../support/doctor-runs'
import { tableOfColumns } from '../../support/tables'

const count = 200
const random = createRandom(3)
const noise = Array.from({ length: count }, () => Number(random.normal().toFixed(4)))
const range = (cell: (i: number) => string | number, length = count) => Array.from({ length }, (_, i) => cell(i))
type Columns = Readonly<Record<string, readonly (string | number)[]>>

const examined = (columns: Columns, changes: Partial<Settings> = {}): Examined =>
  examine(tableStart(tableOfColumns(columns), 'y', { epochs: 3, ...changes }))
const findingOf = ({ findings }: Examined, rule: RuleName) => findings.find((one) => one.rule === rule)
const told = (run: Examined, rule: RuleName) => {
  const found = findingOf(run, rule)
  return found && sentence(found.observation.code, found.observation.details, 'en')
}

const classes = range((i) => (i < count / 2 ? 'a' : 'b'))
const sorted: Columns = { id: range((i) => i + 1), x: noise, y: classes }
const named: Columns = { name: range((i) => `name ${Math.max(1, i)}`), x: noise, y: range((i) => 'ab'[i % 2]) }
const holed: Columns = { x: noise, z: range((i) => (i % 3 === 0 ? 'NA' : i % 7)), y: range((i) => 'ab'[i % 2]) }
const repeated: Columns = { x: range((i) => noise[i % 100]), y: range((i) => 'ab'[i % 2]) }
const rare: Columns = { x: noise, y: range((i) => (i < 2 ? 'c' : 'ab'[i % 2])) }

describe('what makes results look better, or rest on less, than it seems', () => {
  it.each<[rule: RuleName, columns: Columns, changes: Partial<Settings>, told: string | RegExp]>([
    ['running-number', sorted, {}, 'The feature `id` counts the rows, which are sorted by `y`: it gives the class away.'],
    ['near-identifier', named, { features: ['name', 'x'] }, /^The feature `name` has 1\d\d categories in 150 training rows\.$/],
    ['lost-rows', holed, {}, '67 of 200 rows (33.5 %) are left out because a value is missing.'],
    ['repeated-rows', repeated, {}, /^\d\d of 50 test rows \(\d\d %\) are also training rows\.$/],
    ['untested-classes', rare, {}, 'No test row belongs to these classes of `y`: `c`.']
  ])('%s', (rule, columns, changes, text) => {
    expect(told(examined(columns, changes), rule)).toEqual(typeof text === 'string' ? text : expect.stringMatching(text))
  })

  it.each<[rule: RuleName, columns: Columns, changes: Partial<Settings>]>([
    ['running-number', sorted, {}],
    ['near-identifier', named, { features: ['name', 'x'] }],
    ['lost-rows', holed, {}]
  ])('%s goes with its remedy', (rule, columns, changes) => {
    const patch = findingOf(examined(columns, changes), rule)?.remedy?.patch
    expect(patch).toBeDefined()
    expect(findingOf(examined(columns, { ...changes, ...patch }), rule)).toBeUndefined()
  })

  it('is not said of a table without any of it', () => {
    expect(
      examined({ x: noise, z: range((i) => (i * 7) % 13), y: range((i) => 'ab'[i % 2]) }).findings.map(({ rule }) => rule)
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/number|identifier|rows|classes/)]))
  })
})
