import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cellText, columnNamed, missingChoices, prepare, scalings, textEncodings, toRows, type Settings } from '#core'
import { describeIf } from '../../support/conditions'
import { answerOf, scikitLearn } from '../../support/python'
import { sampleTable, settingsFor, tableOfColumns } from '../../support/tables'

/** A table with everything in it: ties, constants, holes, a category that only the test has, an offset. */
const odd = tableOfColumns({
  tied: [1, 2, 2, 'NA', 1, 3, 9, 'NA', 2, 1, 7, -4],
  same: [5, 5, '', 5, 5, 5, 5, 5, 5, 5, 6, ''],
  offset: [1e6, 1e6 + 1, 1e6 + 2, 'NA', 1e6 + 5, 1e6, 1e6 + 9, 1e6, 1e6 + 3, 1e6, 1e6, 1e6 + 1],
  word: ['b', 'a', 'NA', 'ä', 'a', 'b', '中', 'B', 'NA', 'a', 'new', 'NA'],
  whole: ['x', 'y', 'x', 'y', 'x', 'z', 'x', 'y', 'x', 'y', 'x', 'z'],
  y: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
})
const penguins = sampleTable('penguins')

const filled = missingChoices.filter((missing) => missing !== 'drop')
const choices = [
  { table: odd, targets: ['y'], split: { kind: 'last', rows: 2 } },
  { table: penguins, targets: ['species'], split: { kind: 'ratio', stratified: true } }
] as const
const cases = choices.flatMap(({ table, targets, split }) =>
  filled.flatMap((missing) =>
    scalings.flatMap((scale) =>
      textEncodings.map((encode) => {
        const changes: Partial<Settings> = { targets: [...targets], split, missing, scale, encode }
        const settings = settingsFor(table, changes)
        return { title: `${targets[0]} ${missing} ${scale} ${encode}`, table, settings, prepared: prepare(table, settings) }
      })
    )
  )
)

function question({ table, settings, prepared }: (typeof cases)[number]) {
  const { missing, encode, scale, features } = settings
  const columns = features.map((name) => {
    const column = columnNamed(table, name)
    const cells = Array.from(column.missing, (isMissing, row) =>
      isMissing === 1 ? null : column.kind === 'number' ? column.values[row] : cellText(column, row)
    )
    return { kind: column.kind, cells }
  })
  return { columns, train: [...prepared.train.rows], test: [...prepared.test.rows], missing, encode, scale }
}

describeIf(scikitLearn, 'scikit-learn', () => {
  const answers = scikitLearn.met
    ? (answerOf(scikitLearn, join(import.meta.dirname, 'prepare-with-sklearn.py'), cases.map(question)) as {
        train: number[][]
        test: number[][]
      }[])
    : []

  it.each(cases.map((one, c) => ({ ...one, answer: answers[c] })))('prepares $title the same', ({ prepared, answer }) => {
    for (const side of ['train', 'test'] as const) {
      const own = toRows(prepared[side].X)
      expect(own.length).toBe(answer[side].length)
      own.forEach((row, i) => {
        expect(row.length).toBe(answer[side][i].length)
        // scikit-learn computes min–max as x · factor + term, which loses as many digits as the offset has: here 6 of 16.
        row.forEach((x, j) => expect(Math.abs(x - answer[side][i][j])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(x))))
      })
    }
  })
})
