import { catalogues } from '../../src/renderer/messages'
import { graphCatalogues } from '../../src/renderer/pages/graph/messages'
import { labsCatalogues } from '../../src/renderer/pages/labs/messages'
import { microscopeCatalogues } from '../../src/renderer/pages/microscope/messages'

/** Every text of the window in each language, with those that come with a page. Importing this file makes them known to `t`. */
export const allCatalogues = {
  en: { ...catalogues.en, ...graphCatalogues.en, ...labsCatalogues.en, ...microscopeCatalogues.en },
  'zh-CN': { ...catalogues['zh-CN'], ...graphCatalogues['zh-CN'], ...labsCatalogues['zh-CN'], ...microscopeCatalogues['zh-CN'] }
}
