import { expect, it } from 'vitest'
import { countClasses, countYes, notesOnClasses } from '../../../src/core/preparation/class-counts'
import { labelsTask } from '../../../src/core/preparation/labels'
import { runToEnd } from '../../../src/core/tasks/task'
import { tableOfColumns } from '../../support/tables'

const table = tableOfColumns({ kind: ['b', 'a', 'b', 'c', 'a', 'b'], yes: [1, 0, 1, 1, 0, 0] })
const rows = Int32Array.of(0, 1, 2, 3, 4, 5)
const sides = { train: Int32Array.of(0, 1, 2), validation: Int32Array.of(3), test: Int32Array.of(4, 5) }
const classes = runToEnd(labelsTask(table, table.columns[0], rows, 'classification'))
const label = runToEnd(labelsTask(table, table.columns[1], rows, 'multilabel'))

it('counts the rows of every class on each side', () => {
  expect(runToEnd(countClasses(classes, sides))).toEqual([
    { name: 'a', train: 1, validation: 0, test: 1 },
    { name: 'b', train: 2, validation: 0, test: 1 },
    { name: 'c', train: 0, validation: 1, test: 0 }
  ])
})

it('counts the rows that say yes to each label', () => {
  expect(runToEnd(countYes([label], ['yes'], sides))).toEqual([{ name: 'yes', train: 2, validation: 1, test: 0 }])
})

it('counts nothing for targets of the other kind', () => {
  expect(runToEnd(countClasses(label, sides))).toBeNull()
  expect(runToEnd(countYes([classes], ['kind'], sides))).toBeNull()
})

it('notes classes without training rows', () => {
  const counts = runToEnd(countClasses(classes, sides)) ?? []
  expect(notesOnClasses('kind', counts)).toEqual([{ code: 'note.missing-class', details: { name: 'kind', value: 'c' } }])
})
