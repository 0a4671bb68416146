import type { Translation } from '../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the keyboard shortcuts. */
export const zhCN: Translation<typeof en> = {
  shortcuts: {
    title: '键盘快捷键',
    everywhere: '所有页面',
    space: '空格',
    titled: '{title}（{keys}）',
    chart: '在图中：逐轮移动',
    close: '关闭'
  }
}
