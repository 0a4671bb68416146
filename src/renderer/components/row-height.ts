import { useEventListener } from '@vueuse/core'
import { onMounted, ref, type Ref } from 'vue'

/** Before the page is measured: the unit of the grid on a small screen, as in tokens.css. */
const SMALLEST_UNIT = 4

/** The height of rows of so many units of the grid, in CSS pixels, in an element; it grows with the window's own sizes. */
export function useRowHeight(units: number, element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const height = ref(units * SMALLEST_UNIT)
  function measure(): void {
    if (!element.value) return
    const unit = Number.parseFloat(getComputedStyle(element.value).getPropertyValue('--unit'))
    height.value = units * (unit || SMALLEST_UNIT)
  }
  onMounted(measure)
  useEventListener(window, 'resize', measure)
  return height
}
