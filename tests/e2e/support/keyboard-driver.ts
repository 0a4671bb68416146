import type { Locator } from 'playwright-core'
import type { InputDriver } from './input-driver'
import type { AppWindow } from './app-window'
import { isNativeList } from './native-list'

/** More presses of Tab than there are places to stop at in the window. */
const MOST_STOPS = 600

/** More presses of an arrow key than a list or a group has entries. */
const MOST_ENTRIES = 60

/** Tab, arrow keys, Enter, Space and shortcuts. What cannot be reached, or does not show that it was, fails. */
export class KeyboardDriver implements InputDriver {
  constructor(private readonly appWindow: AppWindow) {}

  private key(key: string): Promise<void> {
    return this.appWindow.page.keyboard.press(key)
  }

  async press(control: Locator): Promise<void> {
    await this.goTo(control)
    await this.key('Enter')
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.goTo(field)
    await this.key('ControlOrMeta+a')
    // As an input method commits it: all at once.
    await this.appWindow.page.keyboard.insertText(text)
    await this.key('Enter')
  }

  /** Opens the list first: with a closed one, each arrow key would choose what it passes. */
  async choose(list: Locator, option: string): Promise<void> {
    await this.goTo(list)
    if (!(await isNativeList(list))) {
      await this.key('Enter')
      await this.moveTo(this.appWindow.page.getByRole('option', { name: option, exact: true }), 'ArrowDown')
      return this.key('Enter')
    }
    const down = await list.evaluate((element, wanted) => {
      const { options, selectedIndex } = element as HTMLSelectElement
      const open = Array.from(options).filter(({ disabled }, index) => !disabled || index === selectedIndex)
      const found = open.findIndex((one) => one.label.trim() === wanted)
      return found < 0 ? null : found - open.findIndex(({ selected }) => selected)
    }, option)
    if (down === null) throw new Error(`There is no ${option} to choose.`)
    await this.key('Alt+ArrowDown')
    for (let press = 0; press < Math.abs(down); press++) await this.key(down > 0 ? 'ArrowDown' : 'ArrowUp')
    await this.key('Enter')
  }

  async tick(box: Locator, checked: boolean): Promise<void> {
    await this.goTo(box)
    if ((await box.isChecked()) !== checked) await this.key('Space')
  }

  /** Of a group only one member is a stop of Tab; arrow keys lead from there to the others. */
  async pick(one: Locator): Promise<void> {
    const group = one.locator('xpath=ancestor::*[self::fieldset or @role="radiogroup" or @role="group" or @role="tablist"][1]')
    await this.goTo(group)
    if (await isFocused(one)) return
    await this.moveTo(one, 'ArrowRight')
    if (!(await isChosen(one))) await this.key('Space')
  }

  undo(): Promise<void> {
    return this.key('ControlOrMeta+z')
  }

  /** Presses Tab, or Shift+Tab where that is the way, until the focus is on the goal or within it, and sees to it that it shows. */
  private async goTo(control: Locator): Promise<void> {
    const goal = await control.elementHandle()
    if (!goal) throw new Error('What is to be reached is not there.')
    const place = await goal.evaluate((element) => {
      const { activeElement: focused } = document
      if (element.contains(focused)) return 'here'
      return focused && focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after'
    })
    const way = place === 'before' ? 'Shift+Tab' : 'Tab'
    let isThere = place === 'here'
    for (let stop = 0; !isThere && stop < MOST_STOPS; stop++) {
      await this.key(way)
      isThere = await goal.evaluate((element) => element.contains(document.activeElement))
    }
    if (!isThere) throw new Error(`Tab does not lead to ${String(control)}.`)
    const fault = await this.appWindow.page.evaluate(focusFault)
    if (fault) throw new Error(`${String(control)} ${fault}.`)
  }

  private async moveTo(one: Locator, key: string): Promise<void> {
    for (let press = 0; press < MOST_ENTRIES; press++) {
      await this.key(key)
      if (await isFocused(one)) return
    }
    throw new Error(`Arrow keys do not lead to ${String(one)}.`)
  }
}

const isFocused = (one: Locator): Promise<boolean> => one.evaluate((element) => element === document.activeElement)

const isChosen = (one: Locator): Promise<boolean> =>
  one.evaluate(
    (element) =>
      (element instanceof HTMLInputElement && element.checked) ||
      ['aria-checked', 'aria-selected', 'aria-pressed'].some((name) => element.getAttribute(name) === 'true')
  )

/** Why a person could not see what has the focus; null where it shows. Runs in the page. */
function focusFault(): string | null {
  const element = document.activeElement ?? document.body
  // What stands for an input that is out of sight is its label.
  const size = element.getBoundingClientRect()
  const seen = size.width > 2 && size.height > 2 ? element : (element.closest('label') ?? element)
  const box = seen.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'has the focus out of sight'
  const top = document.elementFromPoint(x, y)
  if (!top || !(seen.contains(top) || top.contains(seen))) return 'has the focus behind something else'
  const rings = [seen, seen.parentElement].filter((one) => one !== null).map((one) => getComputedStyle(one))
  const hasRing = rings.some(
    ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  )
  return hasRing ? null : 'does not show that it has the focus'
}
