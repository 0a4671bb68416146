import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the page Microscope. */
export const zhCN: Translation<typeof en> = {
  microscope: { page: '显微镜' }
}
