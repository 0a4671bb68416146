import { computed, type ComputedRef, type ShallowRef } from 'vue'
import { sampleSides, type PointsView, type SamplePlace } from '#shared/contract'
import { useChosenSample } from '../sample/useChosenSample'
import { useEngine } from '../../engine-client/useEngine'
import { useQuery } from '../../engine-client/useQuery'

/** The rows that are drawn, and which of them is chosen. */
export interface PointPlaces {
  readonly points: Readonly<ShallowRef<PointsView | null>>
  readonly count: ComputedRef<number>
  /** The chosen row's place among them; −1 where none is chosen, or it is not drawn. */
  readonly pointed: ComputedRef<number>
  readonly placeOf: (i: number) => SamplePlace | null
}

/** The rows over two inputs, with their true answers for a target. */
export function usePoints(question: () => { x: number; y: number; target: number }): PointPlaces {
  const { state } = useEngine()
  const { sample, isChosen } = useChosenSample()
  const { view: points } = useQuery('viewPoints', () => (state.value?.prepared ? [question()] : null), { live: true, followsRun: false })
  const count = computed(() => points.value?.x.length ?? 0)

  function placeOf(i: number): SamplePlace | null {
    if (!points.value || i < 0 || i >= count.value) return null
    return { side: sampleSides[points.value.sides[i]], index: points.value.indices[i] }
  }

  const pointed = computed(() => {
    if (!points.value || !isChosen.value) return -1
    const { side, index } = sample.value
    const wanted = sampleSides.indexOf(side)
    return points.value.indices.findIndex((one, i) => one === index && points.value?.sides[i] === wanted)
  })

  return { points, count, pointed, placeOf }
}
