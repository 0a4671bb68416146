import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of names of data sets. */
export const zhCN: Translation<typeof en> = {
  samples: {
    iris: '鸢尾花 Iris',
    wine: '葡萄酒 Wine',
    'breast-cancer': '乳腺癌 Breast cancer',
    digits: '手写数字 Digits',
    penguins: '企鹅 Penguins'
  }
}
