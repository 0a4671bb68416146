import { useEventListener } from '@vueuse/core'
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** A tooltip and its element. */
export interface Tip {
  readonly target: HTMLElement
  readonly text: string
}

export interface TipOptions {
  /** Delay before the tooltip appears, in milliseconds; the default is shorter than the system's own. */
  readonly delay?: number
  /** Time after a tooltip within which the next one appears at once, in milliseconds. */
  readonly grace?: number
}

/**
 * The tip to show: what the `title` of an element says, for the pointer over it and for the focus that a key brought to
 * it, to a field that it labels, or into it. While it is shown the element has a description instead of a `title`, so
 * that the system's own tip, which no keyboard reaches, does not come too. Escape, a press and scrolling take it away.
 */
export function useTip({ delay = 500, grace = 300 }: TipOptions = {}): {
  readonly tip: Readonly<ShallowRef<Tip | null>>
  /** Whether the pointer may rest here although it has left the target: over the tip itself. */
  readonly keepAt: (isKept: (x: number, y: number) => boolean) => void
} {
  const tip = shallowRef<Tip | null>(null)
  let isKept: (x: number, y: number) => boolean = () => false
  let waiting: HTMLElement | null = null
  let timer = 0
  let hiddenAt = -Infinity
  let isByKey = false

  /** A title that changes while it is shown is shown as it is now. */
  const observer = new MutationObserver(() => {
    const { target } = tip.value ?? {}
    if (target?.title) show(target)
  })

  function hide(): void {
    clearTimeout(timer)
    waiting = null
    if (!tip.value) return
    const { target, text } = tip.value
    observer.disconnect()
    if (!target.title) target.title = text
    target.removeAttribute('aria-description')
    tip.value = null
    hiddenAt = performance.now()
  }

  function show(target: HTMLElement): void {
    const text = target.title
    if (tip.value?.target !== target) hide()
    waiting = null
    observer.disconnect()
    target.title = ''
    target.removeAttribute('title')
    if (target.getAttribute('aria-label') !== text) target.setAttribute('aria-description', text)
    observer.observe(target, { attributeFilter: ['title'] })
    tip.value = { target, text }
  }

  function point(target: HTMLElement | null): void {
    if (target && (target === tip.value?.target || target === waiting)) return
    hide()
    if (!target) return
    if (performance.now() - hiddenAt < grace) return show(target)
    waiting = target
    timer = window.setTimeout(() => target.isConnected && target.title && show(target), delay)
  }

  function follow({ target, clientX, clientY, buttons }: PointerEvent): void {
    isByKey = false
    const under = target instanceof Element ? target : null
    if (buttons !== 0 || (tip.value && (tip.value.target.contains(under) || isKept(clientX, clientY)))) return
    point(titled(under))
  }

  useEventListener(document, 'pointerover', follow)
  // What lies under the tip stays the same when the pointer leaves the tip.
  useEventListener(document, 'pointermove', (event) => tip.value && follow(event))
  useEventListener(document, 'pointerleave', hide)
  useEventListener(document, 'focusin', ({ target }) => isByKey && target instanceof HTMLElement && point(explained(target)))
  useEventListener(document, 'focusout', hide)
  useEventListener(window, 'pointerdown', hide, { capture: true })
  useEventListener(window, 'wheel', hide, { capture: true, passive: true })
  useEventListener(window, 'blur', hide)
  useEventListener(
    window,
    'keydown',
    ({ key }) => {
      isByKey = true
      if (key === 'Escape') hide()
    },
    { capture: true }
  )
  onScopeDispose(hide)

  return { tip, keepAt: (rule) => (isKept = rule) }
}

/** The element around this one that says more than can be read on it. */
function titled(element: Element | null): HTMLElement | null {
  const found = element?.closest<HTMLElement>('[title]:not([title=""])')
  if (!found) return null
  const isWhole =
    found.textContent.trim() === found.title &&
    [found, ...found.children].every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)
  return isWhole ? null : found
}

/** Returns the element whose tooltip explains the focused one: itself, its label, or its container. */
function explained(element: HTMLElement): HTMLElement | null {
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined
  return titled(element.title ? element : label?.title ? label : element)
}
