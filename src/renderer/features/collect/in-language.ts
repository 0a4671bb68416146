import type { Text } from '#core'
import { quoted, useText } from '../../i18n/useText'

/** A sentence about a class, which comes in both languages, in that of the window. */
export function inLanguage(text: Text): string {
  return quoted(text[useText().language.value])
}
