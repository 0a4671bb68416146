import { createI18n } from 'vue-i18n'
import type { UiLanguage } from '#shared/contract'

/**
 * The message catalogues, which `messages.ts` fills in. Messages are compiled to syntax trees, never to code, so that the content policy can
 * forbid `eval`.
 */
export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: {} })

/** Adds the texts of a language. */
export function addMessages(language: UiLanguage, catalogue: object): void {
  i18n.global.mergeLocaleMessage(language, catalogue)
}

/** Changes the language of the whole window. */
export function setLanguage(language: UiLanguage): void {
  i18n.global.locale.value = language
}
