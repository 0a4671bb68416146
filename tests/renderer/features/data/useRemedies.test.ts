import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { ReadingRequest } from '#core'
import type { ExperimentState } from '#shared/contract'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { createRemedies, type Remedies } from '../../../../src/renderer/features/data/useRemedies'
import type { Files } from '../../../../src/renderer/features/files/useFiles'
import type { SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { experimentState } from '../../support/experiment-state'

const first: ReadingRequest = { options: {} }
const remedy = { label: 'remedy.missing', values: { value: 'n/k' }, reading: { options: { missing: ['n/k'] } } } as const
const state = shallowRef<ExperimentState | null>(null)
const readAgain = vi.fn<Files['readAgain']>()
const change = vi.fn<SettingsEditor['change']>()
let remedies: Remedies

/** The state with a file read in one way. */
function readAs(reading: ReadingRequest): ExperimentState {
  const open = experimentState()
  const missing = reading.options.missing ? 1 : 0
  return { ...open, data: { ...open.data, reading, columns: open.data.columns.map((column) => ({ ...column, missing })) } }
}

beforeEach(() => {
  state.value = readAs(first)
  readAgain.mockReset().mockImplementation(async (_, reading) => void (state.value = readAs(reading)))
  change.mockReset()
  const engine = { state } as unknown as EngineClient
  remedies = createRemedies({ engine, files: { readAgain } as unknown as Files, settings: { change } as unknown as SettingsEditor })
})

it('a remedy tells what it changed, and is undone by reading as before', async () => {
  await remedies.read(remedy)
  expect(remedies.last.value).toMatchObject({ label: 'remedy.missing', values: { value: 'n/k' } })
  expect(remedies.last.value?.changes.map(({ name, to }) => [name, to.missing])).toEqual([
    ['a', 1],
    ['b', 1],
    ['species', 1]
  ])
  await remedies.undo()
  expect(readAgain).toHaveBeenLastCalledWith('open', first)
  expect(remedies.last.value).toBeNull()
})

it('a remedy that was declined or refused has done nothing', async () => {
  readAgain.mockResolvedValue(undefined)
  await remedies.read(remedy)
  expect(remedies.last.value).toBeNull()
})

it('an undoing that was declined can be asked for again', async () => {
  await remedies.read(remedy)
  readAgain.mockResolvedValue(undefined)
  await remedies.undo()
  expect(remedies.last.value).not.toBeNull()
})

it('a change of a setting is undone by the setting as it was', async () => {
  const open = readAs(first)
  state.value = open
  change.mockImplementation(async () => void (state.value = { ...open, settings: { ...open.settings, features: ['b'] } }))
  const patch = () => ({ features: ['b'] })
  await remedies.set({ label: 'remedy.leaveOut', values: { name: 'a' }, testId: 'note-leave-out', field: 'features', patch })
  expect(change).toHaveBeenLastCalledWith('features', patch)
  await remedies.undo()
  expect(change).toHaveBeenLastCalledWith('features', { features: ['a', 'b'] })
})

it('another table has had no remedy', async () => {
  await remedies.read(remedy)
  state.value = experimentState({ sha256: 'other' })
  await nextTick()
  expect(remedies.last.value).toBeNull()
})
