import { en as featureEn } from '../../features/microscope/en'
import { zhCN as featureZhCN } from '../../features/microscope/zh-CN'
import type { Translation } from '../../i18n/catalogue'
import { addMessages } from '../../i18n/i18n'
import { en as pageEn } from './en'
import { zhCN as pageZhCN } from './zh-CN'

const en = { ...featureEn, ...pageEn }
const zhCN: Translation<typeof en> = { ...featureZhCN, ...pageZhCN }

/** The texts of the page Microscope, which come with it. */
export const microscopeCatalogues = { en, 'zh-CN': zhCN }

addMessages('en', en)
addMessages('zh-CN', zhCN)
