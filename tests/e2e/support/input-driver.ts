import type { Locator } from 'playwright-core'
import { KeyboardDriver } from './keyboard-driver'
import type { AppWindow } from './app-window'
import { MouseDriver } from './mouse-driver'
import type { Words } from './words'

/**
 * The actions of a person who uses the window by one means alone. A journey written with input holds for the mouse and for the
 * keyboard: each finds its controls by role and name, and fails where one cannot be reached so.
 */
export interface InputDriver {
  /** A button, or whatever else is pressed. */
  press(control: Locator): Promise<void>
  /** Text into a field, in place of what stands there, and Enter. */
  type(field: Locator, text: string): Promise<void>
  /** An entry of a list that opens, by what it says. */
  choose(list: Locator, option: string): Promise<void>
  /** A box, ticked or not. */
  tick(box: Locator, checked: boolean): Promise<void>
  /** One of a few choices that are all in sight, or one of several tabs. */
  pick(one: Locator): Promise<void>
  /** Takes the last change of the settings back. */
  undo(): Promise<void>
}

export const means = ['mouse', 'keyboard'] as const
export type Means = (typeof means)[number]

export function inputDriverOf(by: Means, appWindow: AppWindow, words: Words): InputDriver {
  return by === 'mouse' ? new MouseDriver(appWindow, words) : new KeyboardDriver(appWindow)
}
