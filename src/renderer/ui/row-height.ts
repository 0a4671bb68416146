import { useEventListener } from '@vueuse/core'
import { computed, onMounted, ref, type Ref } from 'vue'

/** Before the page is measured: the unit of the grid on a small screen, as in tokens.css. */
const SMALLEST_UNIT = 4

/** The height of rows of so many units of the grid, in CSS pixels, in an element; it grows with the window's own sizes. */
export function useRowHeight(units: () => number, element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const unit = ref(SMALLEST_UNIT)
  function measure(): void {
    if (!element.value) return
    unit.value = Number.parseFloat(getComputedStyle(element.value).getPropertyValue('--unit')) || SMALLEST_UNIT
  }
  onMounted(measure)
  useEventListener(window, 'resize', measure)
  return computed(() => units() * unit.value)
}
