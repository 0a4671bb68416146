import { ref, watch, type Ref } from 'vue'
import type { EngineClient } from '../../engine-client/useEngine'
import type { PreferencesControl } from '../../engine-client/usePreferences'
import { sharedState } from '../../ui/shared-state'
import { asksForDecision } from './doubts'

/** The views of the data, in their order. */
export const dataViews = ['rows', 'columns', 'scatter', 'pipeline', 'reading'] as const
export type DataViewName = (typeof dataViews)[number]

/** State of the data view, kept while other views are shown. */
export interface DataView {
  readonly view: Ref<DataViewName>
  /** The column that is looked at closely; empty for none. */
  readonly column: Ref<string>
  /** Counts the files that were opened with something to be decided: the data are to come in front. */
  readonly calls: Readonly<Ref<number>>
}

export const dataViewState = sharedState<DataView>('DataView')
export const useDataView = dataViewState.use

export interface DataViewOptions {
  readonly engine: Pick<EngineClient, 'state'>
  readonly preferences: Pick<PreferencesControl, 'choose'>
}

export function createDataView({ engine, preferences }: DataViewOptions): DataView {
  const view = ref<DataViewName>('rows')
  const calls = ref(0)
  /** Another file was opened, and not all notes on it have come. */
  let isNew = false

  watch(engine.state, (now, before) => {
    if (!now || !before) return
    if (now.data.sha256 !== before.data.sha256) isNew = now.data.origin === 'file'
    if (!isNew) return
    if ([...now.data.notes, ...(now.prepared?.notes ?? [])].some(asksForDecision)) {
      isNew = false
      view.value = 'reading'
      preferences.choose({ page: 'workbench' })
      calls.value++
    } else if (now.prepared || now.problem) {
      isNew = false
    }
  })

  return { view, column: ref(''), calls }
}
