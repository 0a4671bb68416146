import { en as lessonsEn } from '../../features/lessons/en'
import { zhCN as lessonsZhCN } from '../../features/lessons/zh-CN'
import { addMessages } from '../../i18n/i18n'
import type { Translation } from '../../i18n/catalogue'
import { en as collectEn } from '../../features/collect/en'
import { zhCN as collectZhCN } from '../../features/collect/zh-CN'
import { en as labsEn } from '../../features/labs/en'
import { zhCN as labsZhCN } from '../../features/labs/zh-CN'

const en = { ...labsEn, ...lessonsEn, ...collectEn }
const zhCN: Translation<typeof en> = { ...labsZhCN, ...lessonsZhCN, ...collectZhCN }

/** The texts of the page Labs, which come with it. */
export const labsCatalogues = { en, 'zh-CN': zhCN }

addMessages('en', en)
addMessages('zh-CN', zhCN)
