import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of formulas. */
export const zhCN: Translation<typeof en> = {
  formulas: {
    open: '公式：{name}'
  }
}
