import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The rules of axe: WCAG 2.2 A and AA, and what its authors recommend beyond. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Where a text may stand beside the landmarks: what floats belongs to what it floats at, wherever it is in the tree. */
const FLOATING = 'dialog, [role=dialog], [role=alertdialog], svg, [data-reka-popper-content-wrapper]'

/**
 * Returns what axe-core finds wrong in the window, or in the part of it that a selector names: rule, impact, place and what to do.
 * Playwright runs the script through the debugger, to which the page's content policy does not apply.
 */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ selector, tags, regionMatcher }) => {
      const { run, configure } = (globalThis as unknown as { axe: typeof axe }).axe
      configure({ checks: [{ id: 'region', options: { regionMatcher } }] })
      // axe takes all that stands in a disabled group for disabled; whether the keyboard gets there, the browser knows.
      const takesFocus = (place: unknown) => {
        const element = document.querySelector<HTMLElement>(String(place))
        element?.focus()
        return element !== null && element.tabIndex >= 0 && document.activeElement === element
      }
      const { violations } = await run(selector ?? document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        iframes: false
      })
      return violations.flatMap(({ id, impact, nodes }) =>
        nodes
          .filter(({ target }) => id !== 'scrollable-region-focusable' || !takesFocus(target[0]))
          .map(({ target, failureSummary = '' }) => {
            const remedies = failureSummary.split('\n').slice(1)
            return `${id} (${impact}): ${target.join(' ')}: ${remedies.map((line) => line.trim()).join('; ')}`
          })
      )
    },
    { selector: within, tags: TAGS, regionMatcher: FLOATING }
  )
}

/** Returns the markup of the window, or of what a selector names, with all of its numbers alike: those that it shows, ids and places. */
export function markupWithoutNumbers(page: Page, within = 'html'): Promise<string> {
  return page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML.replace(/\d+/g, '0')).join('\n'),
    within
  )
}
