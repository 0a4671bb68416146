import { ref, type Ref } from 'vue'
import { sharedState } from '../../ui/shared-state'

/** The views of the data, in their order. */
export const dataViews = ['rows', 'columns', 'scatter', 'pipeline', 'reading'] as const
export type DataViewName = (typeof dataViews)[number]

/** State of the data view, kept while other views are shown. */
export interface DataView {
  readonly view: Ref<DataViewName>
  /** The column that is looked at closely; empty for none. */
  readonly column: Ref<string>
}

export const dataViewState = sharedState<DataView>('DataView')
export const useDataView = dataViewState.use

export function createDataView(): DataView {
  return { view: ref<DataViewName>('rows'), column: ref('') }
}
