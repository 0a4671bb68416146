// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref } from 'vue'
import ChartCard from '../../../src/renderer/charts/ChartCard.vue'
import type { ChartSeries } from '../../../src/renderer/charts/chart-series'
import { chartCursorState, createChartCursor } from '../../../src/renderer/composables/useChartCursor'
import { labState as labKey, type Lab } from '../../../src/renderer/composables/useLab'
import { HistoryBuffer } from '../../../src/renderer/logic/history-buffer'
import { labState } from '../support/lab-state'

const series = (name: ChartSeries['name'], ...values: number[]): ChartSeries => ({ name, values: () => Float64Array.from(values) })

function legend(curves: readonly ChartSeries[], epoch: number | null = null) {
  const state = labState()
  const lab = { state: ref(state), run: ref(state.run), history: () => new HistoryBuffer(), historyVersion: ref(0) }
  const cursor = createChartCursor()
  cursor.epoch.value = epoch
  return mount(ChartCard, {
    props: { series: curves, kind: 'loss', heading: 'Loss', named: false, view: 'chart', scale: 'linear', smoothing: 0, window: null },
    global: {
      stubs: { HistoryChart: true },
      provide: { [labKey.key as symbol]: lab as unknown as Lab, [chartCursorState.key as symbol]: cursor }
    }
  })
}

it('the legend names the curves that there are', () => {
  const names = (...curves: ChartSeries[]) => legend(curves).findAll('.legend .name').map((name) => name.text())
  expect(names(series('train'), series('test'))).toEqual(['training', 'test'])
  expect(names(series('train'))).toEqual(['training'])
})

it('the legend tells the numbers of the epoch that is pointed at', () => {
  const wrapper = legend([series('train', 3, 0.25), series('test', 3, 0.5)], 1)
  expect(wrapper.findAll('.legend strong').map((value) => value.attributes('title'))).toEqual(['0.25', '0.5'])
  expect(wrapper.get('.at').text()).toBe('epoch 1')
})
