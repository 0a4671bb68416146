import type { UiLanguage } from '#shared/contract'
import { en, type Catalogue } from './en'
import { zhCN } from './zh-CN'

/** Every text of the window, in every language. */
export const catalogues: Record<UiLanguage, Catalogue> = { en, 'zh-CN': zhCN }

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]

/** The path of a text, such as `run.pause`. */
export type MessageKey = Paths<Catalogue>
