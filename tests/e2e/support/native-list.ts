import type { Locator } from 'playwright-core'

/** Whether a list of choices is the system's own, which opens outside of the page. */
export function isNativeList(list: Locator): Promise<boolean> {
  return list.evaluate((element) => element instanceof HTMLSelectElement)
}
