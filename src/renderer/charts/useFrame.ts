import { onScopeDispose } from 'vue'

/**
 * Does something at most once a display frame, however often it is asked for. After slow work it rests twice as long as
 * the work took, so that drawing never takes more than a third of the page's time and the window stays responsive.
 */
export function useFrame(work: () => void): { readonly request: () => void } {
  let isRequested = false
  let restUntil = 0
  let frame = 0
  let timer = 0

  function run(): void {
    isRequested = false
    const start = performance.now()
    work()
    const end = performance.now()
    restUntil = end + 2 * (end - start)
  }

  function request(): void {
    if (isRequested) return
    isRequested = true
    const rest = restUntil - performance.now()
    const inFrame = () => (frame = requestAnimationFrame(run))
    if (rest > 16) timer = window.setTimeout(inFrame, rest)
    else inFrame()
  }

  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })

  return { request }
}
