import { createI18n } from 'vue-i18n'
import type { UiLanguage } from '#shared/contract'
import { catalogues } from './locales'

/**
 * The message catalogues. Messages are compiled to syntax trees, never to code, so that the content policy can forbid
 * `eval`.
 */
export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: catalogues })

/** Changes the language of the whole window. */
export function setLanguage(language: UiLanguage): void {
  i18n.global.locale.value = language
}
