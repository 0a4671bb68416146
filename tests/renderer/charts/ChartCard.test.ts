// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref, shallowRef } from 'vue'
import ChartCard from '../../../src/renderer/charts/ChartCard.vue'
import { chartCursorState, createChartCursor } from '../../../src/renderer/composables/useChartCursor'
import { labState as labKey, type Lab } from '../../../src/renderer/composables/useLab'
import { HistoryBuffer } from '../../../src/renderer/logic/history-buffer'
import { labState } from '../support/lab-state'

function legend(testRows: number): string[] {
  const state = labState()
  const prepared = state.prepared && { ...state.prepared, testRows }
  const lab = {
    state: shallowRef({ ...state, prepared }),
    run: ref(state.run),
    history: () => new HistoryBuffer(),
    historyVersion: ref(0)
  }
  const wrapper = mount(ChartCard, {
    props: { train: 'trainLoss', test: 'testLoss', kind: 'loss', heading: 'Loss' },
    global: {
      stubs: { HistoryChart: true },
      provide: { [labKey.key as symbol]: lab as unknown as Lab, [chartCursorState.key as symbol]: createChartCursor() }
    }
  })
  return wrapper.findAll('.legend .name').map((name) => name.text())
}

it('the legend names the curves that there are', () => {
  expect(legend(5)).toEqual(['training', 'test'])
  expect(legend(0)).toEqual(['training'])
})
