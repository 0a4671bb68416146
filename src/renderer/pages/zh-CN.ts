import type { Translation } from '../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts that all pages share. */
export const zhCN: Translation<typeof en> = {
  pages: {
    label: '页面',
    loading: '正在加载页面…',
    failed: '无法加载此页面：{reason}。请关闭窗口后重新启动；您的工作已保存。'
  }
}
