// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import { AppError } from '#core'
import { defaultEngineConfig, type EngineConfig } from '#shared/engine'
import type { EngineInfo } from '#shared/contract'
import { createEngineSettings } from '../../../../src/renderer/features/engine-settings/useEngineSettings'
import type { Connection, EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import type { PreferencesControl } from '../../../../src/renderer/engine-client/usePreferences'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import { engineInfo } from '../../support/fake-engine'
import { eventually } from '../../../support/eventually'

const left: EngineInfo = {
  ...engineInfo,
  tier: 'safe',
  notes: [{ code: 'note.engine-missing', details: { tier: 'fast', reason: 'no SIMD' } }]
}

function setUp(setEngine: (engine: EngineConfig) => Promise<void> = () => Promise.resolve()) {
  const order: string[] = []
  const connection = ref<Connection>('ready')
  const engine = shallowRef<EngineInfo | null>(left)
  const restart = vi.fn(async () => void order.push('restart'))
  const request = vi.fn(() => Promise.resolve<EngineInfo>({ ...left, tile: '4x16' }))
  const preferences = {
    engine: shallowRef(defaultEngineConfig),
    setEngine: (request: EngineConfig) => {
      order.push('keep')
      return setEngine(request)
    }
  }
  const problems = createProblems()
  const settings = createEngineSettings({
    engine: { connection, info: engine, restart, request } as unknown as EngineClient,
    preferences: preferences as unknown as PreferencesControl,
    problems
  })
  return { settings, connection, engine, restart, problems, order }
}

const safe: EngineConfig = { choice: 'safe', threads: 1 }

it('a choice is kept before the engine starts again', async () => {
  const { settings, order } = setUp()
  expect(await settings.apply(safe)).toBe(true)
  expect(order).toEqual(['keep', 'restart'])
})

it('where it cannot be kept the engine stays, and the window says why', async () => {
  const { settings, restart, problems } = setUp(() => Promise.reject(new AppError('file.disk-full', { path: 'p' })))
  expect(await settings.apply(safe)).toBe(false)
  expect(restart).not.toHaveBeenCalled()
  expect(problems.current.value?.code).toBe('file.disk-full')
})

it('what is in use is not known while an engine starts', () => {
  const { settings, connection } = setUp()
  expect(settings.inUse.value).toEqual(left)
  connection.value = 'starting'
  expect(settings.inUse.value).toBeNull()
  expect(settings.isStarting.value).toBe(true)
})

it('notes once dismissed come back only when they are others', () => {
  const { settings, engine } = setUp()
  expect(settings.notes.value).toEqual(left.notes)
  settings.dismissNotes()
  expect(settings.notes.value).toEqual([])
  engine.value = { ...left, notes: [...left.notes] }
  expect(settings.notes.value).toEqual([])
  engine.value = { ...left, notes: [...left.notes, ...left.notes] }
  expect(settings.notes.value).toHaveLength(2)
})

it('what is in use is asked again when the dialog opens, and forgotten with its process', async () => {
  const { settings, engine } = setUp()
  settings.isOpen.value = true
  await eventually(() => expect(settings.inUse.value?.tile).toBe('4x16'))
  engine.value = { ...left, tier: 'plain' }
  await eventually(() => expect(settings.inUse.value?.tier).toBe('plain'))
})
