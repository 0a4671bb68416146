import type { useText } from '../../i18n/useText'
import { en } from './en'

type Translate = ReturnType<typeof useText>['t']
type KnobKey = keyof typeof en.toys.knobs

/** A knob's name for people; one without a text in the catalogue shows its stored name. */
export function knobTitle(knob: string, t: Translate): string {
  return Object.hasOwn(en.toys.knobs, knob) ? t(`toys.knobs.${knob as KnobKey}`) : knob
}
