import type { Locator, Page } from 'playwright-core'

/** Called for everything that comes into sight; `where` is the way there, in the window's own words. */
export type Visit = (where: string, within: string) => Promise<void>

export interface ViewVisit {
  /** Where to look for choices: a selector. */
  readonly region: string
  readonly visit: Visit
  /** Names of groups whose choices change the experiment and not what is shown. */
  readonly settings: readonly string[]
}

const RADIOS = 'input[type="radio"], [role="radio"]'
const GROUPS = ['fieldset', '[role="radiogroup"]', '[role="group"]']
/** The innermost groups alone: a form may be a group of groups. */
const CHOICES = GROUPS.map((group) => `${group}:has(${RADIOS}):not(:has(${GROUPS.join(', ')}))`).join(', ')
const OPENERS = 'button[popovertarget], button[aria-haspopup], details:not([open]) > summary'

/** Layers over the window. */
const FLOATING = '[role="dialog"], [role="menu"], [role="listbox"]'

/**
 * Visits a part of the window in every way it can be shown: each choice of each group of views, each popover, each part that
 * is folded. What there is comes from the page itself, so that a new view is visited without being listed anywhere.
 */
export async function visitViews(
  page: Page,
  { region, visit, settings }: ViewVisit,
  where: string,
  seen = new Set<string>()
): Promise<void> {
  await settled(page)
  await visit(where, region)
  for (const opener of await namedIn(page, region, OPENERS, seen)) {
    seen.add(opener.name)
    await opener.element.click()
    await settled(page)
    const floats = (await page.locator(FLOATING).count()) > 0
    await visit(`${where} › ${opener.name}`, floats ? FLOATING : region)
    // What is folded stays open.
    if (floats) await page.keyboard.press('Escape')
  }
  for (const group of await namedIn(page, region, CHOICES, new Set([...seen, ...settings]))) {
    seen.add(group.name)
    const choices = await group.element.locator(RADIOS).all()
    const first = await chosenOf(choices)
    for (const [index, choice] of choices.entries()) {
      if (index === first || (await choice.isDisabled())) continue
      await choice.dispatchEvent('click')
      await settled(page)
      if ((await page.getByTestId('confirm-dialog').count()) > 0) throw new Error(`A choice of “${group.name}” changes the experiment.`)
      await visitViews(page, { region, visit, settings }, `${where} › ${group.name} ${index + 1}`, seen)
    }
    await choices[first].dispatchEvent('click')
    await settled(page)
  }
}

/** Waits until nothing was added or taken away for a tenth of a second; in a window that trains, for one second. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const end = () => {
          observer.disconnect()
          clearTimeout(quiet)
          clearTimeout(late)
          resolve()
        }
        let quiet = setTimeout(end, 100)
        const late = setTimeout(end, 1000)
        const observer = new MutationObserver(() => {
          clearTimeout(quiet)
          quiet = setTimeout(end, 100)
        })
        observer.observe(document.body, { childList: true, subtree: true })
      })
  )
}

/** The names of all components that are in the page now, read from the tree that Vue keeps. */
export function componentsInSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Node {
      readonly component: { readonly type: { readonly __name?: string }; readonly subTree: Node } | null
      readonly children: unknown
    }
    const names = new Set<string>()
    const visit = (node: Node): void => {
      if (node.component) {
        if (node.component.type.__name) names.add(node.component.type.__name)
        visit(node.component.subTree)
      }
      if (Array.isArray(node.children)) for (const child of node.children) if (child && typeof child === 'object') visit(child as Node)
    }
    const root = (document.querySelector('#app') as unknown as { _vnode?: Node } | null)?._vnode
    if (!root) throw new Error('There is no app in the page.')
    visit(root)
    return [...names]
  })
}

async function namedIn(
  page: Page,
  region: string,
  selector: string,
  without: ReadonlySet<string>
): Promise<{ name: string; element: Locator }[]> {
  const found: { name: string; element: Locator }[] = []
  for (const element of await page.locator(region).locator(selector).all()) {
    if (!(await element.isVisible()) || (await element.isDisabled())) continue
    const name = await element.evaluate(
      (one) => one.getAttribute('aria-label') ?? (one.querySelector('legend') ?? one).textContent?.trim() ?? ''
    )
    if (!without.has(name)) found.push({ name, element })
  }
  return found
}

async function chosenOf(choices: readonly Locator[]): Promise<number> {
  for (const [index, choice] of choices.entries()) if (await choice.isChecked()) return index
  return 0
}
