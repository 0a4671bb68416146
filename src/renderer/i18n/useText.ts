import { computed, type ComputedRef } from 'vue'
import { sentence, type Language } from '#core'
import type { Note, WireError } from '#shared/contract'
import { i18n } from './i18n'
import type { MessageKey } from './catalogue'
import { formatCount } from './format'

type Values = Readonly<Record<string, string | number>>

/** Texts in the language of the window; what they return follows a change of language. */
export interface Texts {
  /** A text of the catalogue. With `count`, the form that fits a number, which stands in it as `{count}`. */
  readonly t: (key: MessageKey, values?: Values, count?: number) => string
  /** An engine message as a sentence; `overrides` replace its details, such as a field's stored name by its label. */
  readonly explain: (message: WireError | Note, overrides?: Values) => string
  readonly language: ComputedRef<Language>
}

const { t, locale } = i18n.global
const language = computed<Language>(() => (locale.value === 'zh-CN' ? 'zh' : 'en'))

const texts: Texts = {
  t: (key, values = {}, count) => (count === undefined ? t(key, values) : t(key, { ...values, count: formatCount(count) }, count)),
  explain: ({ code, details }, overrides = {}) => quoted(closeUp(sentence(code, { ...details, ...marked(overrides) }, language.value))),
  language
}

/** Around a label in a sentence that is being made; noncharacters, which no text holds. */
const START = '\uFDD0'
const END = '\uFDD1'

function marked(labels: Values): Values {
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, START + label + END]))
}

/**
 * The engine's Chinese sentences set stored names, which are Latin, off with spaces; where a Chinese label takes the
 * place of one, the space goes. All other spaces stay: they may be part of a name that is quoted.
 */
function closeUp(text: string): string {
  return text
    .replace(/(\p{Script=Han}) \uFDD0(?=\p{Script=Han})/gu, '$1')
    .replace(/(\p{Script=Han})\uFDD1 (?=\p{Script=Han})/gu, '$1')
    .replace(/[\uFDD0\uFDD1]/g, '')
}

/**
 * The engine's sentences set names off with backticks, as a terminal shows them best; a window has quotation marks, which
 * in Chinese need no spaces around them.
 */
export function quoted(text: string): string {
  return text.replace(/(?:(?<=\p{Script=Han}) )?`([^`]+)`(?: (?=\p{Script=Han}))?/gu, '“$1”')
}

/** The window's texts. */
export function useText(): Texts {
  return texts
}
