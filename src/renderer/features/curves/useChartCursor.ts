import { ref, type Ref } from 'vue'
import { sharedState } from '../../ui/shared-state'

/** The epoch that is pointed at, in every chart at once; null when none is. */
export interface ChartCursor {
  readonly epoch: Ref<number | null>
}

export const chartCursorState = sharedState<ChartCursor>('ChartCursor')
export const useChartCursor = chartCursorState.use

export function createChartCursor(): ChartCursor {
  return { epoch: ref(null) }
}
