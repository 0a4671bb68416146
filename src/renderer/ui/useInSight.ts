import { onScopeDispose, watch, type WatchSource } from 'vue'

/**
 * Brings elements into sight whenever a source changes: in the next frame, when all that changes with it is there. At once, the page would
 * be laid out for the scroll and again for the rest.
 */
export function useInSight(sources: readonly WatchSource[], find: () => readonly (Element | null | undefined)[]): void {
  let frame = 0
  watch(
    [...sources],
    () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        for (const element of find()) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      })
    },
    { flush: 'post' }
  )
  onScopeDispose(() => cancelAnimationFrame(frame))
}
