import type { Translation } from '../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the charts. */
export const zhCN: Translation<typeof en> = {
  plot: {
    at: '{x}，{y}',
    histogram: '{label}：{from} 到 {to}',
    bin: '{from} 到 {to}：{count}',
    keys: '用方向键逐点移动。'
  }
}
