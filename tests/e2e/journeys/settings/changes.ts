import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import type { Settings } from '#core'
import type { MessageKey } from '../../../../src/renderer/i18n/catalogue'
import type { SettingField } from '../../../../src/renderer/features/settings/setting-fields'
import type { Role, TestContext } from '../../support/journey'
import { PATIENCE } from '../../support/app-window'
import type { EffectName } from './effects'

/** An action on a control. An entry of a list is given by what it says. */
export type Action =
  | { readonly type: string }
  | { readonly choose: string | ((t: TestContext['words']['t']) => string) }
  | { readonly tick: boolean }
  | { readonly press: true }

export interface Step {
  /** The control's role, and its name in the language of the window. */
  readonly role: Role
  readonly name: (t: TestContext['words']['t']) => string
  readonly action: Action
}

/** A step, and what is to come of it. */
export interface Change extends Step {
  readonly field: SettingField
  /** The settings after it, from those before it; `after` is for what only the window knows, such as the next larger number. */
  readonly gives: (before: Settings, after: Settings) => Settings
  /** Another effect in the window; null where that was seen with another control of the same setting. */
  readonly effect: EffectName | null
  /** Steps before it, so that it can have a consequence. */
  readonly given?: readonly Step[]
}

/** Settings under which some controls are there, and what each of them is to do. */
export interface Scene {
  readonly title: string
  readonly data: 'iris' | 'own'
  /** Steps that bring the controls into sight. */
  readonly given: readonly Step[]
  readonly changes: readonly Change[]
}

/** The place of a value in the settings. */
type Place = readonly (string | number)[]

function valueAt(settings: unknown, place: Place): unknown {
  return place.reduce((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], settings)
}

export function withValue(settings: Settings, place: Place, value: unknown): Settings {
  const copy = structuredClone(settings)
  const holder = valueAt(copy, place.slice(0, -1)) as Record<string | number, unknown>
  holder[place.at(-1) ?? ''] = value
  return copy
}

const label =
  (field: SettingField): Step['name'] =>
  (t) =>
    t(`settings.${field}` as MessageKey)

export async function doStep({ input, named, words, appWindow }: TestContext, { role, name, action }: Step): Promise<void> {
  const control: Locator = named(role, name(words.t), appWindow.page.getByRole('complementary', { name: words.t('app.settings') }))
  if ('type' in action) return input.type(control, action.type)
  if ('tick' in action) {
    // A box shows the settings of the engine: until the change before it is applied, it may stand as it is to be ticked, and nothing would be done.
    await expect.poll(() => control.isChecked(), PATIENCE).toBe(!action.tick)
    return input.tick(control, action.tick)
  }
  if ('choose' in action) return input.choose(control, typeof action.choose === 'string' ? action.choose : action.choose(words.t))
  return input.press(control)
}

type Extras = Pick<Change, 'given'>

interface NumberChange extends Extras {
  readonly typed: number
  readonly effect: EffectName
  /** Its value where the settings do not say. */
  readonly usual?: number
  /** Whether it has buttons; one that is the lowest must be made larger before it can be made smaller. Default: both can be pressed. */
  readonly buttons?: 'both' | 'from the lowest' | 'none'
}

/** A number to be typed; where it has buttons, they make it larger and smaller, as the box says. */
export function number(field: SettingField, place: Place, { typed, effect, usual, buttons = 'both', given = [] }: NumberChange): Change[] {
  const press = (way: 'down' | 'up'): Change => ({
    field,
    role: 'button',
    name: (t) => t(`settings.${way}`, { label: label(field)(t) }),
    action: { press: true },
    effect: null,
    given,
    gives(before, after) {
      const [from, to] = [valueAt(before, place) ?? usual, valueAt(after, place)] as number[]
      if (way === 'up' ? to <= from : to >= from) throw new Error(`${field} went ${way} from ${from} to ${to}.`)
      return withValue(before, place, to)
    }
  })
  const type: Change = {
    field,
    role: 'textbox',
    name: label(field),
    action: { type: String(typed) },
    gives: (before) => withValue(before, place, typed),
    effect,
    given
  }
  const [up, down] = [press('up'), press('down')]
  if (buttons === 'none') return [type]
  return [type, up, buttons === 'both' ? down : { ...down, given: [...given, up] }]
}

/** A list, one of whose entries is chosen by its text. */
export function list(
  field: SettingField,
  place: Place,
  value: unknown,
  choose: Extract<Action, { choose: unknown }>['choose'],
  effect: EffectName,
  extras: Extras = {}
): Change[] {
  return [
    {
      field,
      role: 'combobox',
      name: label(field),
      action: { choose },
      gives: (before) => withValue(before, place, value),
      effect,
      ...extras
    }
  ]
}

/** A box to tick. */
export function tick(
  field: SettingField,
  place: Place,
  checked: boolean,
  value: unknown,
  effect: EffectName,
  extras: Extras = {}
): Change[] {
  return [
    {
      field,
      role: 'checkbox',
      name: label(field),
      action: { tick: checked },
      gives: (before) => withValue(before, place, value),
      effect,
      ...extras
    }
  ]
}

/** An entry of a list is chosen, so that other controls come into sight. */
export const choose = (name: Step['name'], entry: Extract<Step['action'], { choose: unknown }>['choose']): Step => ({
  role: 'combobox',
  name,
  action: { choose: entry }
})

export const splitBy = (kind: Settings['split']['kind']) =>
  choose(
    (t) => t('settings.split'),
    (t) => t(`preparation.splits.${kind}`)
  )
