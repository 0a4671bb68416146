import type { Locator } from 'playwright-core'
import type { InputDriver } from './input-driver'
import type { AppWindow } from './app-window'
import { isNativeList } from './native-list'
import type { Words } from './words'

/** Clicks, and nothing typed but into fields. */
export class MouseDriver implements InputDriver {
  constructor(
    private readonly appWindow: AppWindow,
    private readonly words: Words
  ) {}

  press(control: Locator): Promise<void> {
    return control.click()
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.click({ clickCount: 3 })
    await field.fill(text)
    await field.press('Enter')
  }

  async choose(list: Locator, option: string): Promise<void> {
    if (await isNativeList(list)) {
      // The system draws the open list in a window of its own, out of reach for clicks that are sent to the page.
      await list.click({ trial: true })
      await list.selectOption({ label: option })
      return
    }
    await list.click()
    await this.appWindow.page.getByRole('option', { name: option, exact: true }).click()
  }

  tick(box: Locator, checked: boolean): Promise<void> {
    return box.setChecked(checked)
  }

  /** A radio button may be out of sight, with its label drawn as the button. */
  async pick(one: Locator): Promise<void> {
    const label = one.locator('xpath=ancestor::label')
    await ((await label.count()) > 0 ? label : one).click()
  }

  undo(): Promise<void> {
    return this.appWindow.page.getByRole('button', { name: this.words.titleOf('undo'), exact: true }).click()
  }
}
