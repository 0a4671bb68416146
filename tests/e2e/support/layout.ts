import type { Page } from 'playwright-core'

/** The app's own texts: the first parts of their keys, and the texts that must have room wherever they stand. */
export interface Catalogue {
  readonly namespaces: readonly string[]
  readonly words: readonly string[]
}

/**
 * Returns the faults of the window as it is laid out, in words; none is right:
 * text that is cut off without saying so (an ellipsis, and a title with the whole), controls over one another, pictures over their
 * neighbours, anything
 * beyond the window, a side-scroll by a hair, and keys of messages in place of messages.
 */
export function layoutFaults(page: Page, { namespaces, words }: Catalogue): Promise<string[]> {
  return page.evaluate(
    ({ namespaces, words }) => {
      /** Rounding, and the overhang of an italic letter. */
      const SLACK = 1.5
      const faults = new Set<string>()
      const inWindow = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
      interface Box {
        left: number
        top: number
        right: number
        bottom: number
      }
      const overlap = (a: Box, b: Box): Box => ({
        left: Math.max(a.left, b.left),
        top: Math.max(a.top, b.top),
        right: Math.min(a.right, b.right),
        bottom: Math.min(a.bottom, b.bottom)
      })
      const isEmpty = ({ left, top, right, bottom }: Box) => right - left <= SLACK || bottom - top <= SLACK
      const nameOf = (element: Element) => {
        const id = element.getAttribute('data-testid') ?? element.closest('[data-testid]')?.getAttribute('data-testid')
        return `${element.tagName.toLowerCase()} in ${id ?? 'the window'}`
      }
      const isShown = (element: Element) =>
        // A formula is there twice: as it is seen, and as MathML for those who cannot see it.
        element.closest('.unseen, option, math') === null &&
        // What is only read out is a dot of one pixel.
        element.getBoundingClientRect().width > 1 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
      const isInTopLayer = (element: Element) => getComputedStyle(element).position === 'fixed'

      /** The part of a box that its ancestors let be seen; what lies under a sticky head or outside a scroller is not. */
      function visiblePart(element: Element): Box {
        let box: Box = overlap(element.getBoundingClientRect(), inWindow)
        for (let up = element; up.parentElement && !isInTopLayer(up); up = up.parentElement) {
          const style = getComputedStyle(up.parentElement)
          if (style.overflowX !== 'visible' || style.overflowY !== 'visible') box = overlap(box, up.parentElement.getBoundingClientRect())
        }
        return box
      }

      /** An ellipsis says that there is more, a title what. */
      const tellsTheRest = (element: Element) => {
        // While its tip is shown, an element has a description in place of its title.
        const holder = element.closest('[title], [aria-description]')
        return (
          getComputedStyle(element).textOverflow === 'ellipsis' &&
          (holder !== null || element.closest('button, [role="option"]')?.hasAttribute('aria-label') === true)
        )
      }

      function cutAt(node: Node, parent: Element): void {
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (box.width === 0) return
        const text = (node.textContent ?? '').trim().slice(0, 40)
        for (let up: Element | null = parent; up; up = isInTopLayer(up) ? null : up.parentElement) {
          const style = getComputedStyle(up)
          const edge = up.getBoundingClientRect()
          // Who scrolls shows the rest on demand; what is beyond that is nobody's loss.
          if (scrolls(style.overflowX) || scrolls(style.overflowY)) return
          if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
          if ((box.right > edge.right + SLACK || box.left < edge.left - SLACK) && !tellsTheRest(up))
            faults.add(`cut off: “${text}” (${nameOf(parent)})`)
          if (box.bottom > edge.bottom + 4 * SLACK && edge.height > 0 && style.webkitLineClamp === 'none')
            faults.add(`cut below: “${text}” (${nameOf(parent)})`)
          return
        }
        if (box.right > innerWidth + SLACK || box.bottom > innerHeight + SLACK || box.left < -SLACK)
          faults.add(`outside: “${text}” (${nameOf(parent)})`)
      }

      const key = new RegExp(`^(${namespaces.join('|')})(\\.[A-Za-z][A-Za-z0-9-]*)+$`)
      const isFile = /\.(csv|npz|json|html|txt|md|safetensors)$/
      const readKey = (text: string) => {
        for (const word of text.split(/\s+/)) if (key.test(word) && !isFile.test(word)) faults.add(`a key: “${word}”`)
      }

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (!parent || (node.textContent ?? '').trim() === '' || !isShown(parent)) continue
        readKey(node.textContent ?? '')
        cutAt(node, parent)
      }
      for (const element of document.querySelectorAll('[title], [aria-label], [placeholder]'))
        for (const name of ['title', 'aria-label', 'placeholder']) readKey(element.getAttribute(name) ?? '')

      const known = new Set(words)
      const pen = new OffscreenCanvas(1, 1).getContext('2d')
      for (const select of document.querySelectorAll('select')) {
        const style = getComputedStyle(select)
        const label = select.selectedOptions[0]?.label ?? ''
        // What is not ours may be of any length, and is whole in the list.
        if (!pen || !isShown(select) || !known.has(label)) continue
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
        const room = select.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
        if (pen.measureText(label).width > room + SLACK) faults.add(`cut off: “${label}” (${nameOf(select)})`)
      }

      const controls = [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role="tab"], [role="radio"]')]
        // The units of the network are placed by the drawing, and a drawing as a whole may have a button in its corner.
        .filter((element) => isShown(element) && element.closest('[data-unit]') === null)
        .map((element) => ({
          element,
          box: visiblePart(element),
          layer: element.closest(
            'dialog, [popover], [role="dialog"], [role="alertdialog"], [data-reka-popper-content-wrapper], [data-testid="toast"], [data-testid="doctor-notice"]'
          )
        }))
        .filter(({ box }) => !isEmpty(box))
      controls.forEach((one, index) => {
        for (const other of controls.slice(index + 1)) {
          if (one.layer !== other.layer || isEmpty(overlap(one.box, other.box))) continue
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue
          // A row's button may lie in a field's frame, but not the field under the button.
          if (one.element.closest('label')?.contains(other.element)) continue
          faults.add(`over one another: ${nameOf(one.element)} and ${nameOf(other.element)}`)
        }
      })

      for (const picture of document.querySelectorAll('canvas, svg, img')) {
        const parent = picture.parentElement
        if (!parent || !isShown(picture) || getComputedStyle(picture).position !== 'static') continue
        const [box, room] = [picture.getBoundingClientRect(), parent.getBoundingClientRect()]
        const { display, overflowX, overflowY } = getComputedStyle(parent)
        // What clips or scrolls lets nothing lie over its neighbours.
        if (display === 'contents' || overflowX !== 'visible' || overflowY !== 'visible') continue
        if (box.bottom > room.bottom + 4 * SLACK || box.right > room.right + 4 * SLACK)
          faults.add(`a picture beyond its box: ${nameOf(picture)}`)
      }

      for (const element of document.querySelectorAll('*')) {
        const beyond = element.scrollWidth - element.clientWidth
        if (beyond > 0 && beyond < 8 && element.clientWidth > 0 && scrolls(getComputedStyle(element).overflowX) && isShown(element))
          faults.add(`scrolls sideways by ${beyond} px: ${nameOf(element)}`)
      }
      const { scrollWidth, scrollHeight } = document.documentElement
      if (scrollWidth > innerWidth || scrollHeight > innerHeight) faults.add('the page scrolls')
      return [...faults]
    },
    { namespaces, words }
  )
}
