import type { Page } from 'playwright-core'

/** The controls that a person can operate, as Chromium reports them to assistive programs. */
export interface Operable {
  readonly role: string
  readonly name: string
}

const ROLES = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox'
])

/**
 * Everything operable in the first element that a selector finds, in the order of the page, also what is disabled now; but not what
 * opens and closes a part of the page.
 */
export async function operableIn(page: Page, selector: string): Promise<Operable[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(selector)})` })
    if (!result.objectId) throw new Error(`There is no ${selector}.`)
    const { nodes } = await session.send('Accessibility.queryAXTree', { objectId: result.objectId })
    return nodes
      .filter(({ ignored, role, properties = [] }) => {
        const has = (property: string) => properties.some(({ name, value }) => name === property && value.value !== 'false')
        return !ignored && ROLES.has(String(role?.value)) && (!has('expanded') || has('hasPopup'))
      })
      .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '').trim() }))
  } finally {
    await session.detach()
  }
}
