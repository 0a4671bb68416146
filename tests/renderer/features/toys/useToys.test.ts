import { describe, expect, it, vi } from 'vitest'
import { effectScope, ref, shallowRef } from 'vue'
import { editPoints, fillKnobs, makeToy, type Knobs, type PointEdit, type ToyName, type ToyPoint } from '#core'
import type { ExperimentState } from '#shared/contract'
import type { BridgeClient } from '../../../../src/renderer/engine-client/bridge-client'
import { createConfirm } from '../../../../src/renderer/ui/useConfirm'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import { createSettings } from '../../../../src/renderer/features/settings/useSettings'
import { createToasts } from '../../../../src/renderer/ui/useToasts'
import { createToys } from '../../../../src/renderer/features/toys/useToys'
import { experimentState } from '../../support/experiment-state'
import { eventually } from '../../../support/eventually'

/** A window with moons of ten points open, and an engine that does what it is asked. */
async function setUp({ epoch = 0 } = {}) {
  let kept: ToyPoint[] = makeToy('moons', { size: 10 })
  let made = 0
  const stateOf = (name: ToyName, knobs: Knobs, edited: boolean): ExperimentState => {
    const state = experimentState({ run: { epoch } })
    return { ...state, data: { ...state.data, origin: 'toy', sha256: `hash ${made++}`, toy: { name, knobs, edited } } }
  }
  const state = shallowRef<ExperimentState | null>(stateOf('moons', fillKnobs('moons', { size: 10 }), false))
  const command = vi.fn(async (request: string, args: unknown) => {
    const { data } = state.value as ExperimentState
    if (request === 'openToy') {
      const { name, knobs } = args as { name: ToyName; knobs: Knobs }
      kept = makeToy(name, knobs)
      state.value = stateOf(name, fillKnobs(name, knobs), false)
    } else {
      kept = editPoints(kept, (args as { edits: PointEdit[] }).edits)
      state.value = stateOf(data.toy?.name ?? 'moons', data.toy?.knobs ?? {}, true)
    }
    return null
  })
  const toyPoints = async () => ({ x: kept.map(({ x }) => x), y: kept.map(({ y }) => y), labels: kept.map(({ label }) => label) })
  const engine = {
    connection: ref('ready'),
    state,
    run: shallowRef(experimentState({ run: { epoch } }).run),
    request: (name: string, args: unknown) => (name === 'toyPoints' ? toyPoints() : command(name, args))
  } as unknown as EngineClient
  const confirm = createConfirm()
  const problems = createProblems()
  const settings = createSettings({ engine, confirm, problems })
  const scope = effectScope()
  const toys = scope.run(() => createToys({ engine, bridge: {} as BridgeClient, settings, confirm, problems, toasts: createToasts() }))
  if (!toys) throw new Error('no scope')
  await eventually(() => expect(toys.points.value).toHaveLength(10))
  return { toys, confirm, problems, command, kept: () => kept }
}

const add = (x: number): PointEdit => ({ kind: 'add', x, y: 0, label: 'C' })

describe('the points of the open toy data set', () => {
  it('are asked for from the engine', async () => {
    const { toys, kept } = await setUp()
    expect(toys.points.value).toEqual(kept())
  })

  it('show what a knob would make before anything is asked of the engine', async () => {
    const { toys, command } = await setUp()
    toys.preview({ size: 25 })
    expect(toys.points.value).toEqual(makeToy('moons', { size: 25 }))
    expect(command).not.toHaveBeenCalled()
  })

  it('are made anew when a knob is turned, the other knobs as they were', async () => {
    const { toys, command } = await setUp()
    await toys.turn({ noise: 0.3 })
    expect(command).toHaveBeenCalledExactlyOnceWith('openToy', { name: 'moons', knobs: { size: 10, noise: 0.3, seed: 1 } })
    expect(toys.points.value).toEqual(makeToy('moons', { size: 10, noise: 0.3 }))
  })
})

describe('two knobs turned in quick succession', () => {
  it('both count', async () => {
    const { toys } = await setUp()
    await Promise.all([toys.turn({ size: 30 }), toys.turn({ noise: 0.3 })])
    expect(toys.points.value).toEqual(makeToy('moons', { size: 30, noise: 0.3 }))
  })
})

describe('editing points', () => {
  it('shows the edit at once and leaves no difference to what the engine has', async () => {
    const { toys, kept } = await setUp()
    const edited = toys.edit([add(1)])
    expect(toys.points.value.at(-1)).toEqual({ x: 1, y: 0, label: 'C' })
    await edited
    expect(toys.points.value).toEqual(kept())
    expect(kept()).toHaveLength(11)
    expect(toys.source.value?.edited).toBe(true)
  })

  it('leaves what is in sight where it was; a turn of a knob does not', async () => {
    const { toys, confirm } = await setUp()
    const before = toys.frame.value
    await toys.edit([add(500)])
    expect(toys.frame.value).toBe(before)
    const turned = toys.turn({ size: 20 })
    await eventually(() => expect(confirm.question.value?.title).toBe('toys.anew.title'))
    confirm.answer(true)
    await turned
    expect(toys.frame.value).toEqual(makeToy('moons', { size: 20 }))
  })

  it('sends edits that come while one is on its way together and in order', async () => {
    const { toys, command, kept } = await setUp()
    const erase: PointEdit = { kind: 'erase', rows: [0] }
    await Promise.all([toys.edit([add(1)]), toys.edit([add(2)]), toys.edit([erase])])
    await eventually(() => expect(kept()).toHaveLength(11))
    expect(command.mock.calls.map(([, args]) => (args as { edits: unknown }).edits)).toEqual([[add(1)], [add(2), erase]])
    await eventually(() => expect(toys.points.value).toEqual(kept()))
  })

  it('asks before it throws trained weights away, and on no shows the points as they were', async () => {
    const { toys, confirm, command, kept } = await setUp({ epoch: 5 })
    const edited = toys.edit([add(1)])
    await eventually(() => expect(confirm.question.value?.title).toBe('confirm.title'))
    confirm.answer(false)
    await edited
    expect(command).not.toHaveBeenCalled()
    expect(toys.points.value).toEqual(kept())
    expect(kept()).toHaveLength(10)
  })

  it('refuses to erase the last point, and says so', async () => {
    const { toys, problems, command } = await setUp()
    await toys.edit([{ kind: 'erase', rows: Array.from({ length: 10 }, (_, row) => row) }])
    expect(problems.current.value?.code).toBe('data.no-points')
    expect(command).not.toHaveBeenCalled()
    expect(toys.points.value).toHaveLength(10)
  })
})

describe('points changed by hand', () => {
  it('are not lost by a turn of a knob without a question', async () => {
    const { toys, confirm, command, kept } = await setUp()
    await toys.edit([add(1)])
    toys.preview({ size: 20 })
    const turned = toys.turn({ size: 20 })
    await eventually(() => expect(confirm.question.value?.title).toBe('toys.anew.title'))
    const before = toys.revisionOf('size')
    confirm.answer(false)
    await turned
    expect(toys.revisionOf('size')).toBe(before + 1)
    expect(toys.revisionOf('noise')).toBe(0)
    expect(command).toHaveBeenCalledOnce()
    expect(toys.points.value).toEqual(kept())
  })

  it('are asked about after the trained weights, and kept on no', async () => {
    const { toys, confirm, command, kept } = await setUp({ epoch: 5 })
    const [edited, weights] = [toys.edit([add(1)]), () => eventually(() => expect(confirm.question.value?.title).toBe('confirm.title'))]
    await weights()
    confirm.answer(true)
    await edited
    const opened = toys.open('spirals')
    await weights()
    confirm.answer(true)
    await eventually(() => expect(confirm.question.value?.title).toBe('toys.anew.title'))
    confirm.answer(false)
    await opened
    expect(command).toHaveBeenCalledOnce()
    expect(toys.points.value).toEqual(kept())
    expect(kept()).toHaveLength(11)
  })

  it('go when that is confirmed', async () => {
    const { toys, confirm, kept } = await setUp()
    await toys.edit([add(1)])
    const turned = toys.turn({})
    await eventually(() => expect(confirm.question.value?.title).toBe('toys.anew.title'))
    confirm.answer(true)
    await turned
    expect(kept()).toEqual(makeToy('moons', { size: 10 }))
    expect(toys.source.value?.edited).toBe(false)
  })
})
