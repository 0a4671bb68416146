import { useEventListener, useResizeObserver } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import {
  clampOffset,
  isScaled,
  offsetAt,
  rowsInSight,
  scrollHeight,
  scrollTopAt,
  type ScrollShape
} from '../../ui/scaled-scroll'

export interface GridOptions {
  /** The element that scrolls. */
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly rows: () => number
  /** The width of each column, in pixels of a grid unit of 1. */
  readonly widths: () => readonly number[]
  /** In grid units. */
  readonly rowUnits: number
  readonly headUnits: number
}

/** Which part of a large table is in sight, and where it is put. */
export interface Grid {
  readonly unit: Readonly<Ref<number>>
  /** Of the whole body, in pixels. */
  readonly height: ComputedRef<number>
  /** Where each column begins, and last the width of all, in pixels. */
  readonly starts: ComputedRef<readonly number[]>
  readonly rows: ComputedRef<{ readonly first: number; readonly end: number }>
  readonly columns: ComputedRef<{ readonly first: number; readonly end: number }>
  /** Returns the offset of a row from the top of the body. */
  readonly topOf: (row: number) => number
  readonly goTo: (row: number) => void
  /** To the first row and the first column. */
  readonly toBeginning: () => void
}

/** Rows beyond the edge, so that a turn of the wheel finds them there. */
const MORE_ROWS = 6
/** Pixels for each line or page of a wheel event. */
const WHEEL = [1, 24, 400]

/**
 * The geometry of a table of any size. Its scroll bar stands for all rows also where a browser could not lay them out;
 * wheel and keys move by pixels and rows all the same.
 */
export function useGrid({ scroller, rows, widths, rowUnits, headUnits }: GridOptions): Grid {
  const unit = ref(4)
  const size = ref({ width: 0, height: 0 })
  const left = ref(0)
  const offset = ref(0)

  const shape = computed<ScrollShape>(() => ({
    rows: rows(),
    rowHeight: rowUnits * unit.value,
    viewport: Math.max(1, size.value.height - headUnits * unit.value)
  }))
  const starts = computed(() => {
    let sum = 0
    return [0, ...widths().map((width) => (sum += width * unit.value))]
  })

  function measure(): void {
    if (!scroller.value) return
    unit.value = Number.parseFloat(getComputedStyle(scroller.value).getPropertyValue('--unit')) || 4
    size.value = { width: scroller.value.clientWidth, height: scroller.value.clientHeight }
  }

  function moveTo(to: number): void {
    if (!scroller.value) return
    offset.value = clampOffset(to, shape.value)
    scroller.value.scrollTop = scrollTopAt(offset.value, shape.value)
  }

  useResizeObserver(scroller, measure)
  useEventListener(window, 'resize', measure)
  useEventListener(scroller, 'scroll', () => {
    if (!scroller.value) return
    left.value = scroller.value.scrollLeft
    const { scrollTop } = scroller.value
    // The browser rounds what it is told; its own echo must not move the rows.
    if (Math.abs(scrollTop - scrollTopAt(offset.value, shape.value)) >= 1) offset.value = offsetAt(scrollTop, shape.value)
  })
  useEventListener(scroller, 'wheel', (event: WheelEvent) => {
    if (!isScaled(shape.value) || event.ctrlKey || event.shiftKey || event.deltaY === 0) return
    event.preventDefault()
    moveTo(offset.value + event.deltaY * WHEEL[event.deltaMode])
  }, { passive: false })
  useEventListener(scroller, 'keydown', (event: KeyboardEvent) => {
    const { rowHeight, viewport } = shape.value
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -rowHeight,
      ArrowDown: rowHeight,
      PageUp: rowHeight - viewport,
      PageDown: viewport - rowHeight,
      Home: -Infinity,
      End: Infinity
    }
    if (event.target !== scroller.value || !(event.key in steps)) return
    event.preventDefault()
    moveTo(offset.value + steps[event.key])
  })
  watch(rows, () => moveTo(offset.value))

  return {
    unit,
    height: computed(() => scrollHeight(shape.value)),
    starts,
    rows: computed(() => rowsInSight(offset.value, shape.value, MORE_ROWS)),
    columns: computed(() => {
      const end = starts.value.findIndex((start) => start > left.value + size.value.width)
      const first = starts.value.findLastIndex((start) => start <= left.value)
      return { first: Math.max(0, first - 1), end: end < 0 ? starts.value.length - 1 : end }
    }),
    topOf: (row) => scrollTopAt(offset.value, shape.value) - offset.value + row * shape.value.rowHeight,
    goTo: (row) => moveTo(row * shape.value.rowHeight),
    toBeginning() {
      moveTo(0)
      scroller.value?.scrollTo({ left: 0 })
    }
  }
}
