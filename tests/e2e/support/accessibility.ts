import type { Page } from 'playwright-core'

/** What a screen reader announces as something to operate. */
const OPERABLE = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'PopUpButton'
])

interface AxNode {
  readonly ignored: boolean
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly backendDOMNodeId?: number
}

/** The controls that a screen reader could not name, by Chromium's own accessibility tree. There are at least so many in sight. */
export async function namelessControls(page: Page, least = 20): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
  await session.detach()
  const controls = nodes.filter(({ ignored, role }) => !ignored && OPERABLE.has(role?.value ?? ''))
  if (controls.length < least) throw new Error(`Only ${controls.length} controls were found; there are more.`)
  return controls
    .filter(({ name }) => (name?.value ?? '').trim() === '')
    .map(({ role, backendDOMNodeId }) => `${role?.value} ${backendDOMNodeId}`)
}

/**
 * Texts in sight whose contrast to what lies behind them is below WCAG 2.2 AA: 4.5, or 3 for large text. Disabled
 * controls are exempt there.
 * Colours are composed as they are painted, half-transparent grounds over what they cover.
 */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number]
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const colourOf = (text: string): Colour => {
      if (!canvas) throw new Error('No canvas to read colours with.')
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = text
      canvas.fillRect(0, 0, 1, 1)
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
      return [red, green, blue, alpha / 255]
    }
    const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => [
      r * a + r2 * (1 - a),
      g * a + g2 * (1 - a),
      b * a + b2 * (1 - a),
      1
    ]
    const groundOf = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 1]
      const own = colourOf(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement))
    }
    const luminance = ([red, green, blue]: Colour) => {
      const [r, g, b] = [red, green, blue].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
      )
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (a: Colour, b: Colour) => {
      const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
      return (high + 0.05) / (low + 0.05)
    }

    const faint = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || element.closest(':disabled, option, [aria-hidden="true"], .unseen')) continue
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const style = getComputedStyle(element)
      const ground = groundOf(element)
      const ratio = contrast(over(colourOf(style.color), ground), ground)
      const size = Number.parseFloat(style.fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      if (ratio < (isLarge ? 3 : 4.5)) faint.add(`${text.slice(0, 30)}: ${ratio.toFixed(2)}`)
    }
    return [...faint]
  })
}
