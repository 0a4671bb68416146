import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { AppError } from '#core'
import type { ExperimentState } from '#shared/contract'
import { createConfirm } from '../../../../src/renderer/ui/useConfirm'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import { createSettings } from '../../../../src/renderer/features/settings/useSettings'
import { experimentState } from '../../support/experiment-state'
import { stillEngine } from '../../support/still-engine'
import { eventually } from '../../../support/eventually'

function setUp({
  epoch = 0,
  answer = (state: ExperimentState) => state
}: { epoch?: number; answer?: (state: ExperimentState) => ExperimentState } = {}) {
  const request = vi.fn(async (_name: string, args?: unknown): Promise<unknown> => {
    const { settings } = args as { settings: ExperimentState['settings'] }
    state.value = answer({ ...experimentState({ run: { epoch } }), settings })
    return state.value
  })
  const { engine: still, state } = stillEngine({ epoch }, request)
  const connection = ref<'starting' | 'ready' | 'gone'>('ready')
  const engine = { ...still, connection }
  const confirm = createConfirm()
  const problems = createProblems()
  return { settings: createSettings({ engine, confirm, problems }), confirm, problems, request, state, connection }
}

describe('changing a setting', () => {
  it('of an untrained network asks nothing', async () => {
    const { settings, confirm, request } = setUp()
    await settings.change('hidden', { hidden: [] })
    expect(confirm.question.value).toBeNull()
    expect(request).toHaveBeenCalledOnce()
    expect(settings.current.value?.hidden).toEqual([])
  })

  it('that rebuilds a trained network asks first, and does nothing on no', async () => {
    const { settings, confirm, request } = setUp({ epoch: 12 })
    const before = settings.revisionOf('bias')
    const change = settings.change('bias', { bias: false })
    await eventually(() => expect(confirm.question.value?.values).toEqual({ epochs: 12 }))
    confirm.answer(false)
    await change
    expect(request).not.toHaveBeenCalled()
    // The field has to show the old value again.
    expect(settings.revisionOf('bias')).toBe(before + 1)
    expect(settings.revisionOf('hidden')).toBe(0)
  })

  it('that rebuilds a trained network happens on yes', async () => {
    const { settings, confirm, request } = setUp({ epoch: 12 })
    const change = settings.change('bias', { bias: false })
    await eventually(() => expect(confirm.question.value).not.toBeNull())
    confirm.answer(true)
    await change
    expect(request).toHaveBeenCalledOnce()
  })

  it.each([
    ['learningRate', { learningRate: 0.3 }],
    ['batchSize', { batchSize: 8 }],
    ['l2', { l2: 0.1 }],
    ['epochs', { epochs: 200 }]
  ] as const)('that takes effect at once, %s, asks nothing even in a trained network', async (field, patch) => {
    const { settings, confirm, request } = setUp({ epoch: 12 })
    await settings.change(field, patch)
    expect(confirm.question.value).toBeNull()
    expect(request).toHaveBeenCalledOnce()
  })

  it('to something unusable says so beside the field, quoting what was typed, and keeps it', async () => {
    const { settings, request } = setUp()
    const before = settings.revisionOf('learningRate')
    await settings.change('learningRate', { learningRate: Number.NaN }, ' abc ')
    expect(settings.errors.value.learningRate).toMatchObject({ code: 'spec.above', details: { value: 'abc' } })
    expect(settings.revisionOf('learningRate')).toBe(before)
    expect(request).not.toHaveBeenCalled()
    await settings.change('learningRate', { learningRate: 0.2 })
    expect(settings.errors.value.learningRate).toBeUndefined()
  })

  it('to something that cannot be read says so in its turn, after the changes before it', async () => {
    const { settings, request } = setUp()
    const unreadable = () => {
      throw new AppError('spec.whole-number', { field: 'hidden', value: 'x', low: 1, high: 9 })
    }
    await Promise.all([settings.change('hidden', { hidden: [] }), settings.change('hidden', unreadable)])
    expect(request).toHaveBeenCalledOnce()
    expect(settings.errors.value.hidden).toMatchObject({ code: 'spec.whole-number', details: { value: 'x' } })
  })

  it('shows a field again when the last of its changes is decided, so that none of them seems to be taken back', async () => {
    const { settings } = setUp()
    const before = settings.revisionOf('precision')
    const first = settings.change('precision', { precision: 'f32' })
    const second = settings.change('precision', { bias: false })
    await first
    expect(settings.revisionOf('precision')).toBe(before)
    await second
    expect(settings.revisionOf('precision')).toBe(before + 1)
  })

  it('starts from what the change before it left', async () => {
    const { settings } = setUp()
    await Promise.all([settings.change('l2', { l2: 0.1 }), settings.change('epochs', { epochs: 7 })])
    expect(settings.current.value).toMatchObject({ l2: 0.1, epochs: 7 })
  })
})

it('a problem of the settings is shown beside the field that fixes it', () => {
  const { settings, state } = setUp()
  state.value = {
    ...experimentState(),
    prepared: null,
    problem: { code: 'data.one-class', details: { name: 'species', value: 'x' } }
  }
  expect(settings.errors.value.targets?.code).toBe('data.one-class')
})

it('errors without a field go to the banner', async () => {
  const { settings, problems } = setUp({
    answer: () => {
      throw new AppError('request.not-ready')
    }
  })
  await settings.change('l2', { l2: 0.1 })
  expect(problems.current.value?.code).toBe('request.not-ready')
})

it('opening other data asks when there are trained weights', async () => {
  const { settings, confirm } = setUp({ epoch: 3 })
  const work = vi.fn(async () => undefined)
  const done = settings.afterAsking(work)
  await eventually(() => expect(confirm.question.value).not.toBeNull())
  confirm.answer(false)
  await done
  expect(work).not.toHaveBeenCalled()
  expect(settings.revisionOf()).toBe(1)
})

it('what is looked at first words the question, and keeps it from being asked where there is nothing to be done', async () => {
  const { settings, confirm } = setUp({ epoch: 3 })
  const work = vi.fn(async () => undefined)
  await settings.afterAsking(work, () => Promise.resolve(null))
  expect(confirm.question.value).toBeNull()
  const question = { title: 'confirm.title', body: 'load.questions.again', ok: 'confirm.ok', cancel: 'confirm.cancel' } as const
  const done = settings.afterAsking(work, () => Promise.resolve({ ...question, values: { name: 'own.csv' } }))
  await eventually(() =>
    expect(confirm.question.value).toMatchObject({ body: 'load.questions.again', values: { name: 'own.csv', epochs: 3 } })
  )
  expect(work).not.toHaveBeenCalled()
  confirm.answer(true)
  await done
  expect(work).toHaveBeenCalledOnce()
})

describe('undo and redo', () => {
  it('go through the changes, a new seed among them, and clear what was refused', async () => {
    const { settings, state } = setUp()
    expect([settings.canUndo.value, settings.canRedo.value]).toEqual([false, false])
    await settings.change('learningRate', { learningRate: 0.3 })
    const { seeds } = experimentState().settings
    state.value = { ...experimentState(), settings: { ...experimentState().settings, learningRate: 0.3, seeds: { ...seeds, init: 99 } } }
    await settings.change('l2', { l2: Number.NaN }, 'x')

    await settings.undo()
    expect(settings.current.value).toMatchObject({ learningRate: 0.3, seeds })
    expect(settings.errors.value.l2).toBeUndefined()
    await settings.undo()
    expect(settings.current.value).toEqual(experimentState().settings)
    expect([settings.canUndo.value, settings.canRedo.value]).toEqual([false, true])
    await settings.redo()
    await settings.redo()
    expect(settings.current.value).toMatchObject({ learningRate: 0.3, seeds: { init: 99 } })
  })

  it('ask before a trained network is rebuilt, and change nothing on no', async () => {
    const { settings, confirm, request, state } = setUp({ epoch: 5 })
    state.value = { ...experimentState({ run: { epoch: 5 } }), settings: { ...experimentState().settings, bias: false } }
    const undo = settings.undo()
    await eventually(() => expect(confirm.question.value).not.toBeNull())
    confirm.answer(false)
    await undo
    expect(request).not.toHaveBeenCalled()
    expect(settings.canUndo.value).toBe(true)
  })

  it('begin anew with other data', async () => {
    const { settings, state } = setUp()
    await settings.change('l2', { l2: 0.1 })
    state.value = experimentState({ sha256: 'def' })
    expect(settings.canUndo.value).toBe(false)
  })
})

describe('changing a setting as the engine process ends', () => {
  it('is done in the process that takes its place, from the settings of that one', async () => {
    const { settings, request, state, connection } = setUp()
    request.mockImplementationOnce(() => {
      connection.value = 'starting'
      return Promise.reject(new AppError('request.no-engine'))
    })
    const change = settings.change('l2', { l2: 0.25 })
    await eventually(() => expect(connection.value).toBe('starting'))
    state.value = experimentState({ settings: { learningRate: 0.7 } })
    connection.value = 'ready'
    await change
    expect(settings.current.value).toMatchObject({ l2: 0.25, learningRate: 0.7 })
  })

  it('shows the old value again where none takes its place', async () => {
    const { settings, request, connection } = setUp()
    request.mockImplementationOnce(() => {
      connection.value = 'gone'
      return Promise.reject(new AppError('request.no-engine'))
    })
    const before = settings.revisionOf('l2')
    await settings.change('l2', { l2: 0.25 })
    expect(settings.revisionOf('l2')).toBe(before + 1)
    expect(request).toHaveBeenCalledOnce()
  })
})
