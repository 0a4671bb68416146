// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref, shallowRef } from 'vue'
import type { RunState } from '#shared/contract'
import { engineState, type Connection, type EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { useKeptRuns, type KeptRuns } from '../../../../src/renderer/features/curves/useKeptRuns'
import { HistoryBuffer } from '../../../../src/renderer/engine-client/history-buffer'
import { historyOf, experimentState } from '../../support/experiment-state'

/** An engine whose run the test sets, and the runs kept of it. */
function keeping() {
  const history = new HistoryBuffer()
  history.replaceFrom(0, historyOf(1))
  const engine = {
    connection: ref<Connection>('ready'),
    state: shallowRef(experimentState()),
    run: shallowRef(experimentState().run),
    history: () => history,
    historyVersion: ref(0)
  }
  let kept: KeptRuns | undefined
  const user = defineComponent({
    setup() {
      kept = useKeptRuns()
      return () => h('div')
    }
  })
  mount(user, { global: { provide: { [engineState.key as symbol]: engine as unknown as EngineClient } } })
  if (!kept) throw new Error('nothing was mounted')
  const tell = (status: RunState['status'], epoch: number) => {
    history.replaceFrom(0, historyOf(epoch + 1))
    engine.run.value = { ...engine.run.value, status, epoch }
    engine.historyVersion.value++
  }
  return { engine, kept, tell }
}

describe('runs kept to compare with', () => {
  it('are kept when asked for, once there is more than the untrained network', () => {
    const { kept, tell } = keeping()
    expect(kept.canKeep.value).toBe(false)
    kept.keep()
    expect(kept.runs.value).toEqual([])
    tell('paused', 7)
    expect(kept.canKeep.value).toBe(true)
    kept.keep()
    expect(kept.runs.value.map(({ epochs }) => epochs.length)).toEqual([8])
  })

  it('can be hidden and removed', () => {
    const { kept, tell } = keeping()
    tell('paused', 2)
    kept.keep()
    kept.keep()
    kept.show(1, false)
    expect(kept.runs.value.map(({ place, isShown }) => [place, isShown])).toEqual([
      [1, false],
      [2, true]
    ])
    kept.remove(1)
    expect(kept.runs.value.map(({ place }) => place)).toEqual([2])
  })

  it('are kept by themselves where that is wanted, as they were before the next one began', () => {
    const { kept, tell } = keeping()
    kept.byThemselves.value = true
    tell('running', 3)
    tell('paused', 5)
    tell('idle', 0)
    expect(kept.runs.value.map(({ history }) => [...history.trainLoss])).toEqual([[0, 1, 2, 3, 4, 5]])
    tell('running', 1)
    tell('idle', 0)
    expect(kept.runs.value).toHaveLength(1)
  })

  it('are not kept by themselves unless that is wanted, nor when an engine comes back', () => {
    const { engine, kept, tell } = keeping()
    tell('paused', 5)
    tell('idle', 0)
    expect(kept.runs.value).toEqual([])
    kept.byThemselves.value = true
    tell('paused', 5)
    engine.connection.value = 'starting'
    tell('idle', 0)
    expect(kept.runs.value).toEqual([])
  })
})
