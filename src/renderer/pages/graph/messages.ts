import { en } from '../../features/graph/en'
import { zhCN } from '../../features/graph/zh-CN'
import { addMessages } from '../../i18n/i18n'

/** The texts of the page Graph, which come with it. */
export const graphCatalogues = { en, 'zh-CN': zhCN }

addMessages('en', en)
addMessages('zh-CN', zhCN)
