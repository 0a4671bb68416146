import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { placeOfRow, rowOfPlace, type WeightPlace } from './weight-place'
import { sharedState } from '../../ui/shared-state'
import type { GradientCheckControl } from './useGradientCheck'

/** One parameter that is followed from the gradient check into the drawing and back. */
export interface FollowedWeight {
  readonly place: Readonly<ShallowRef<WeightPlace | null>>
  /** Its row in the gradient check, as an index into the report's columns; null where it has none. */
  readonly row: ComputedRef<number | null>
  /** Shows the parameter of a row of the gradient check in the drawing. */
  readonly showInDrawing: (row: number) => void
  /** Shows a parameter of the drawing in the gradient check, whatever that was filtered by. */
  readonly showInCheck: (place: WeightPlace) => void
  /** Counts requests to show the gradient check's tab. */
  readonly calls: Readonly<Ref<number>>
  readonly forget: () => void
}

export const followedWeightState = sharedState<FollowedWeight>('FollowedWeight')
export const useFollowedWeight = followedWeightState.use

/** Follows nothing at first, and nothing any more when its gradient check is gone. */
export function createFollowedWeight({ report, filter }: Pick<GradientCheckControl, 'report' | 'filter'>): FollowedWeight {
  const place = shallowRef<WeightPlace | null>(null)
  const calls = ref(0)
  const row = computed(() => (place.value && report.value ? rowOfPlace(report.value, place.value) : null))
  // Gone with its network.
  watch(report, (now) => {
    if (!now) place.value = null
  })
  return {
    place,
    row,
    showInDrawing(at) {
      if (report.value) place.value = placeOfRow(report.value, at)
    },
    showInCheck(wanted) {
      place.value = wanted
      filter.value = { tensor: null, verdict: null }
      calls.value += 1
    },
    calls,
    forget: () => (place.value = null)
  }
}
