// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref } from 'vue'
import ChartCard from '../../../../src/renderer/features/curves/ChartCard.vue'
import type { ChartSeries, KeptCurve } from '../../../../src/renderer/features/curves/chart-series'
import { chartCursorState, createChartCursor } from '../../../../src/renderer/features/curves/useChartCursor'
import { engineState, type EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { HistoryBuffer } from '../../../../src/renderer/engine-client/history-buffer'
import { experimentState } from '../../support/experiment-state'
import '../../../../src/renderer/messages'

const series = (name: ChartSeries['name'], ...values: number[]): ChartSeries => ({ name, values: () => Float64Array.from(values) })

function legend(curves: readonly ChartSeries[], epoch: number | null = null, kept: readonly KeptCurve[] = []) {
  const state = experimentState()
  const engine = { state: ref(state), run: ref(state.run), history: () => new HistoryBuffer(), historyVersion: ref(0) }
  const cursor = createChartCursor()
  cursor.epoch.value = epoch
  return mount(ChartCard, {
    props: {
      pane: { kind: 'loss', heading: 'Loss', series: curves, kept, batches: null, best: null },
      look: { scale: 'linear', epochScale: 'linear', smoothing: 0 },
      named: false,
      view: 'chart',
      window: null
    },
    global: {
      stubs: { HistoryChart: true },
      provide: { [engineState.key as symbol]: engine as unknown as EngineClient, [chartCursorState.key as symbol]: cursor }
    }
  })
}

it('the legend names the curves that there are', () => {
  const names = (...curves: ChartSeries[]) =>
    legend(curves)
      .findAll('.legend .name')
      .map((name) => name.text())
  expect(names(series('train'), series('test'))).toEqual(['training', 'test'])
  expect(names(series('train'))).toEqual(['training'])
  expect(names(series('train'), series('validation'), series('test'))).toEqual(['training', 'validation', 'test'])
})

it('the legend tells the numbers of the epoch that is pointed at', () => {
  const wrapper = legend([series('train', 3, 0.25), series('test', 3, 0.5)], 1)
  expect(wrapper.findAll('.legend strong').map((value) => value.attributes('title'))).toEqual(['0.25', '0.5'])
  expect(wrapper.get('.at').text()).toBe('epoch 1')
})

it('the legend tells the numbers of the runs beside it, where they have one', () => {
  const run = (place: number, epochs: number[]): KeptCurve => ({
    place,
    name: `settings of ${place}`,
    side: 'test',
    epochs: Float64Array.from(epochs),
    values: Float64Array.from(epochs, (epoch) => epoch / 4)
  })
  const items = legend([series('train', 3, 1, 0.25)], 2, [run(1, [0, 2]), run(4, [0, 1])]).findAll('.kept')
  expect(items.map((item) => item.attributes('title'))).toEqual(['settings of 1', 'settings of 4'])
  expect(items.map((item) => item.findAll('strong').map((value) => value.attributes('title')))).toEqual([['0.5'], []])
})
