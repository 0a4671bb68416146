import type { ToyName } from '#core'
import type { useText } from '../../composables/useText'
import { en } from '../../locales/en'

type Translate = ReturnType<typeof useText>['t']
type KnobKey = keyof typeof en.toys.knobs

/** A toy data set's name for people. */
export function toyTitle(name: ToyName, t: Translate): string {
  return t(`toys.names.${name}`)
}

/** A knob's name for people; one without a text in the catalogue shows its stored name. */
export function knobTitle(knob: string, t: Translate): string {
  return Object.hasOwn(en.toys.knobs, knob) ? t(`toys.knobs.${knob as KnobKey}`) : knob
}
