import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { ExperimentState, Note } from '#shared/contract'
import { createDataView, type DataView } from '../../../../src/renderer/features/data/useDataView'
import { experimentState } from '../../support/experiment-state'

const doubt: Note = { code: 'note.ambiguous-dates', details: { name: 'day' } }
const fact: Note = { code: 'note.separator', details: { separator: ';' } }
const state = shallowRef<ExperimentState | null>(null)
const choose = vi.fn()
let view: DataView

/** A file is open, with notes on the table; `prepared` with notes on its rows, null while they are prepared. */
async function open(sha256: string, notes: readonly Note[], prepared: readonly Note[] | null = []): Promise<void> {
  const base = experimentState({ sha256 })
  state.value = {
    ...base,
    data: { ...base.data, origin: 'file', notes },
    prepared: base.prepared && prepared && { ...base.prepared, notes: prepared }
  }
  await nextTick()
}

beforeEach(async () => {
  state.value = null
  choose.mockReset()
  view = createDataView({ engine: { state }, preferences: { choose } })
})

it('a file with something to be decided brings the data in front, with their import options', async () => {
  await open('a', [])
  await open('b', [fact, doubt])
  expect([view.calls.value, view.view.value]).toEqual([1, 'reading'])
  expect(choose).toHaveBeenCalledWith({ page: 'workbench' })
})

it('a file without doubt leaves everything where it is', async () => {
  await open('a', [])
  await open('b', [fact])
  expect([view.calls.value, view.view.value]).toEqual([0, 'rows'])
  expect(choose).not.toHaveBeenCalled()
})

it('notes on the rows, which come later, count as well, but not those of later settings', async () => {
  await open('a', [])
  await open('b', [fact], null)
  await open('b', [fact], [{ code: 'note.copies-target', details: { name: 'a' } }])
  expect(view.calls.value).toBe(1)
  await open('c', [fact])
  await open('c', [fact], [{ code: 'note.copies-target', details: { name: 'a' } }])
  expect(view.calls.value).toBe(1)
})

it('neither a session that is restored nor a file that is read in another way does', async () => {
  await open('a', [doubt])
  await open('a', [doubt, doubt])
  expect(view.calls.value).toBe(0)
})
