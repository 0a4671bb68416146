import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the doorways from page to page. */
export const zhCN: Translation<typeof en> = {
  handover: { microscope: '在显微镜中打开' }
}
