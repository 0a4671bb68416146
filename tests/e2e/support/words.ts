import { ref } from 'vue'
import { sentence, type Details, type TextCode } from '#core'
import type { UiLanguage } from '#shared/contract'
import { i18n } from '../../../src/renderer/i18n/i18n'
import type { MessageKey } from '../../../src/renderer/i18n/catalogue'
import { createKeyNames, type KeyNames } from '../../../src/renderer/keys/useKeyNames'
import '../../support/all-catalogues'

type Values = Readonly<Record<string, string | number>>

/** The texts of the window in one language: from its own catalogues, made by the same library. */
export interface Words {
  /** A text of the window's catalogue; with `count`, the form that fits a number. */
  readonly t: (key: MessageKey, values?: Values, count?: number) => string
  /** Title of a button that does what a command does. */
  readonly titleOf: KeyNames['titleOf']
  /** A text of the catalogue as a pattern: each of `blanks` may be anything, and is captured by its name. */
  readonly pattern: (key: MessageKey, blanks: readonly string[]) => RegExp
  /** A sentence of the engine. */
  readonly sentence: (code: TextCode, details?: Details) => string
  readonly sentencePattern: (code: TextCode, blanks: readonly string[]) => RegExp
}

/** A character that no text has. */
const BLANK = '\uFDD0'

export function wordsIn(language: UiLanguage): Words {
  const t: Words['t'] = (key, values = {}, count) =>
    count === undefined
      ? i18n.global.t(key, values, { locale: language })
      : i18n.global.t(key, { ...values, count }, { locale: language, plural: count })
  const say: Words['sentence'] = (code, details = {}) => sentence(code, details, language === 'zh-CN' ? 'zh' : 'en')
  return {
    t,
    titleOf: createKeyNames({ platform: process.platform, language: ref(language), t }).titleOf,
    pattern: (key, blanks) => patternOf(t(key, marked(blanks))),
    sentence: say,
    sentencePattern: (code, blanks) => patternOf(say(code, marked(blanks)))
  }
}

const marked = (blanks: readonly string[]) => Object.fromEntries(blanks.map((name) => [name, BLANK + name + BLANK]))

/** Where a Chinese label fills a blank, the window leaves out the spaces beside it. */
function patternOf(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', ' ?')
  return new RegExp(`^${literal.replace(new RegExp(`${BLANK}(\\w+)${BLANK}`, 'g'), '(?<$1>.*?)')}$`, 'u')
}
