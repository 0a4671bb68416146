import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the page Graph. */
export const zhCN: Translation<typeof en> = {
  graph: { page: '计算图', empty: '暂时没有表达式。' }
}
