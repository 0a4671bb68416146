import { computed, type ComputedRef, type Ref } from 'vue'
import type { BatchLosses } from '#core'
import { useEngine } from '../../engine-client/useEngine'
import { useText } from '../../i18n/useText'
import type { HistorySeries } from '../../engine-client/history-buffer'
import type { KeptRun } from './kept-runs'
import { rateCurve } from './rate-curve'
import { networkLine } from '../naming/network-line'
import { useBestEpoch } from '../run/useBestEpoch'
import type { ChartSeries, CurvePane, KeptCurve } from './chart-series'

/** Which curves are chosen. */
export type CurveChoice = 'loss' | 'metric' | 'rate'

export interface CurvesOptions {
  readonly chosen: Readonly<Ref<CurveChoice>>
  /** Whether there is room for loss and metric beside one another. */
  readonly hasRoom: Readonly<Ref<boolean>>
  readonly runs: Readonly<Ref<readonly KeptRun[]>>
  /** The losses of the mini-batches, where they are wanted and there are any. */
  readonly batches: Readonly<Ref<BatchLosses | null>>
}

/** State of the curves card. */
export interface Curves {
  /** The charts beside one another: with room for it, loss and metric. */
  readonly panes: ComputedRef<readonly CurvePane[]>
  /** Returns the name of a pinned run, where there is room for its settings. */
  readonly nameOf: (run: KeptRun) => string
}

/** The curves of the run, and those of the runs kept beside it. */
export function useCurves({ chosen, hasRoom, runs, batches }: CurvesOptions): Curves {
  const { t } = useText()
  const { state, run, history, historyVersion } = useEngine()
  const best = useBestEpoch()

  const metric = computed(() => state.value?.metric ?? 'accuracy')
  /** Without test rows there is no curve to tell of, nor without validation rows. */
  const hasTest = computed(() => state.value?.prepared?.testRows !== 0)
  const hasValidation = computed(() => (state.value?.prepared?.validationRows ?? 0) > 0)

  const nameOf = ({ data, network, settings: { optimizer, learningRate, batchSize, loss, seeds } }: KeptRun) =>
    t('curves.runName', {
      data,
      network: networkLine(network, loss.kind),
      optimizer: optimizer.kind,
      rate: learningRate,
      batch: batchSize,
      seed: seeds.init
    })

  function seriesOf(figure: 'Loss' | 'Metric'): ChartSeries[] {
    const of = (name: 'train' | 'validation' | 'test'): ChartSeries => {
      const key: HistorySeries = `${name}${figure}`
      return { name, values: () => history().series(key) }
    }
    return [of('train'), ...(hasValidation.value ? [of('validation')] : []), ...(hasTest.value ? [of('test')] : [])]
  }

  function keptOf(figure: 'Loss' | 'Metric'): KeptCurve[] {
    const isLike = (one: KeptRun) =>
      figure === 'Loss' ? one.settings.loss.kind === state.value?.settings.loss.kind : one.metric === metric.value
    return runs.value
      .filter((one) => one.isShown && isLike(one))
      .map((one) => {
        const side = one.hasTest ? 'test' : 'train'
        return { place: one.place, name: nameOf(one), side, epochs: one.epochs, values: one.history[`${side}${figure}`] }
      })
  }

  const rates = computed(() => {
    const { settings, prepared } = state.value ?? {}
    if (!settings || !prepared || historyVersion.value < 0 || chosen.value !== 'rate') return new Float64Array(0)
    return rateCurve({ length: history().length, settings, changes: run.value.changes, trainRows: prepared.trainRows })
  })

  const ratePane = computed<CurvePane>(() => ({
    kind: 'rate',
    heading: t('curves.rateLong'),
    series: [{ name: 'rate', values: () => rates.value }],
    kept: [],
    batches: null,
    best: null
  }))
  const lossPane = computed<CurvePane>(() => ({
    kind: 'loss',
    heading: t('charts.loss'),
    unit: t(state.value?.settings.task === 'regression' ? 'charts.squared' : 'charts.nats'),
    series: seriesOf('Loss'),
    kept: keptOf('Loss'),
    batches: batches.value,
    best: best.value
  }))
  const metricPane = computed<CurvePane>(() => ({
    kind: metric.value,
    heading: t(`charts.${metric.value}`),
    series: seriesOf('Metric'),
    kept: keptOf('Metric'),
    batches: null,
    best: null
  }))
  const panes = computed(() => {
    if (chosen.value === 'rate') return [ratePane.value]
    if (hasRoom.value) return [lossPane.value, metricPane.value]
    return [chosen.value === 'metric' ? metricPane.value : lossPane.value]
  })

  return { panes, nameOf }
}
