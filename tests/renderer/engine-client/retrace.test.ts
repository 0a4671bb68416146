import type { RunChange } from '#core'
import { describe, expect, it } from 'vitest'
import type { RunState } from '#shared/contract'
import { planRetrace, withSettings, type Seen } from '../../../src/renderer/engine-client/retrace'
import { experimentState, settings } from '../support/experiment-state'

const run = (step: number, status: RunState['status'] = 'running', changes: RunChange[] = []): RunState => ({
  id: 'run',
  status,
  epoch: Math.floor(step / 4),
  step,
  seconds: 2,
  changes
})
const seen = (changes: Partial<Seen> = {}): Seen => ({ data: 'abc', settings, run: run(40), ...changes })
const faster: RunChange = { epoch: 5, step: 20, key: 'learningRate', from: 0.1, to: 0.5 }

describe('after the engine came back', () => {
  it('nothing is retraced when nothing is missing', () => {
    expect(planRetrace(seen(), experimentState({ run: run(40, 'paused') }))).toBeNull()
  })

  it('a run that went on while it was saved is left where it is, a paused one is not', () => {
    expect(planRetrace(seen(), experimentState({ run: run(44, 'paused') }))).toBeNull()
    expect(planRetrace(seen({ run: run(40, 'paused') }), experimentState({ run: run(44, 'paused') }))).toMatchObject({ run: { step: 40 } })
  })

  it('settings are the same in whatever order they come', () => {
    const restored = experimentState({ run: run(40) })
    const entries = Object.entries({ ...restored.settings, seeds: { shuffle: 1, init: 1, split: 1 } }).reverse()
    expect(planRetrace(seen(), { ...restored, settings: Object.fromEntries(entries) as typeof settings })).toBeNull()
  })

  it('the steps since the saved session are taken again, with the live changes on the way', () => {
    const wanted = { step: 40, seconds: 2, changes: [faster] }
    expect(planRetrace(seen({ run: run(40, 'running', [faster]) }), experimentState({ run: run(12) }))).toEqual({ settings, run: wanted })
  })

  it('a run that came another way is retraced too', () => {
    expect(planRetrace(seen({ run: run(40, 'running', [faster]) }), experimentState({ run: run(60) }))).toMatchObject({ run: { step: 40 } })
  })

  it('settings that were not saved yet are set again first', () => {
    const wanted = { ...settings, l2: 0.01 }
    expect(planRetrace(seen({ settings: wanted, run: run(0, 'idle') }), experimentState())).toEqual({
      settings: wanted,
      run: { step: 0, seconds: 2, changes: [] }
    })
  })

  it('a run that a rule had ended is to be so again', () => {
    const stopped = { ...run(40, 'finished'), stopped: 'loss' as const }
    expect(planRetrace(seen({ run: stopped }), experimentState())).toMatchObject({ run: { stopped: 'loss' } })
  })

  it('other data are left as they came', () => {
    expect(planRetrace(seen({ data: 'other' }), experimentState())).toBeNull()
  })
})

describe('settings that are changed while a run is on its way', () => {
  it('hold from where it is going, and take part in the next plan', () => {
    const changed = withSettings(seen({ run: run(40, 'running', [faster]) }), { ...settings, l2: 0.25 })
    expect(changed.settings.l2).toBe(0.25)
    expect(changed.run.changes).toEqual([faster, { epoch: 10, step: 40, key: 'l2', from: settings.l2, to: 0.25 }])
  })

  it('are those of the beginning where it is going nowhere', () => {
    expect(withSettings(seen({ run: run(0) }), { ...settings, l2: 0.25 }).run.changes).toEqual([])
  })
})
