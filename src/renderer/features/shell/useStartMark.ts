import { watch, type Ref } from 'vue'

/** Where `npm run bench:start` finds when the window was ready to train. */
const MARK = 'run-enabled'

/** Marks the frame in which a run can be started for the first time, on the page's own clock. */
export function useStartMark(canRun: Readonly<Ref<boolean>>): void {
  const stop = watch(
    canRun,
    (can) => {
      if (!can) return
      requestAnimationFrame(() => performance.mark(MARK))
      queueMicrotask(() => stop())
    },
    { immediate: true, flush: 'post' }
  )
}
