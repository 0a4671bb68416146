import { en as chartsEn } from './charts/en'
import { zhCN as chartsZhCN } from './charts/zh-CN'
import { en as commandsEn } from './commands/en'
import { zhCN as commandsZhCN } from './commands/zh-CN'
import { en as checkEn } from './features/check/en'
import { zhCN as checkZhCN } from './features/check/zh-CN'
import { en as curvesEn } from './features/curves/en'
import { zhCN as curvesZhCN } from './features/curves/zh-CN'
import { en as dataEn } from './features/data/en'
import { zhCN as dataZhCN } from './features/data/zh-CN'
import { en as doctorEn } from './features/doctor/en'
import { zhCN as doctorZhCN } from './features/doctor/zh-CN'
import { en as engineSettingsEn } from './features/engine-settings/en'
import { zhCN as engineSettingsZhCN } from './features/engine-settings/zh-CN'
import { en as formulasEn } from './features/formulas/en'
import { zhCN as formulasZhCN } from './features/formulas/zh-CN'
import { en as handoverEn } from './features/handover/en'
import { zhCN as handoverZhCN } from './features/handover/zh-CN'
import { en as insideEn } from './features/inside/en'
import { zhCN as insideZhCN } from './features/inside/zh-CN'
import { en as learnedEn } from './features/learned/en'
import { zhCN as learnedZhCN } from './features/learned/zh-CN'
import { en as metricsEn } from './features/metrics/en'
import { zhCN as metricsZhCN } from './features/metrics/zh-CN'
import { en as namingEn } from './features/naming/en'
import { zhCN as namingZhCN } from './features/naming/zh-CN'
import { en as networkEn } from './features/network/en'
import { zhCN as networkZhCN } from './features/network/zh-CN'
import { en as predictEn } from './features/predict/en'
import { zhCN as predictZhCN } from './features/predict/zh-CN'
import { en as runEn } from './features/run/en'
import { zhCN as runZhCN } from './features/run/zh-CN'
import { en as settingsEn } from './features/settings/en'
import { zhCN as settingsZhCN } from './features/settings/zh-CN'
import { en as shellEn } from './features/shell/en'
import { zhCN as shellZhCN } from './features/shell/zh-CN'
import { en as toysEn } from './features/toys/en'
import { zhCN as toysZhCN } from './features/toys/zh-CN'
import { en as weightsEn } from './features/weights/en'
import { zhCN as weightsZhCN } from './features/weights/zh-CN'
import { en as pagesEn } from './pages/en'
import { zhCN as pagesZhCN } from './pages/zh-CN'
import { en as workbenchEn } from './pages/workbench/en'
import { zhCN as workbenchZhCN } from './pages/workbench/zh-CN'
import { en as uiEn } from './ui/en'
import { zhCN as uiZhCN } from './ui/zh-CN'
import type { UiLanguage } from '#shared/contract'
import type { graphCatalogues } from './pages/graph/messages'
import type { labsCatalogues } from './pages/labs/messages'
import type { microscopeCatalogues } from './pages/microscope/messages'
import type { Translation } from './i18n/catalogue'
import { addMessages } from './i18n/i18n'

/** The English texts of all that the window starts with. Every other language has exactly these keys; the compiler sees to it. */
const en = {
  ...chartsEn,
  ...commandsEn,
  ...checkEn,
  ...curvesEn,
  ...dataEn,
  ...doctorEn,
  ...engineSettingsEn,
  ...formulasEn,
  ...handoverEn,
  ...insideEn,
  ...learnedEn,
  ...metricsEn,
  ...namingEn,
  ...networkEn,
  ...predictEn,
  ...runEn,
  ...settingsEn,
  ...shellEn,
  ...toysEn,
  ...weightsEn,
  ...pagesEn,
  ...workbenchEn,
  ...uiEn
}

const zhCN: Translation<typeof en> = {
  ...chartsZhCN,
  ...commandsZhCN,
  ...checkZhCN,
  ...curvesZhCN,
  ...dataZhCN,
  ...doctorZhCN,
  ...engineSettingsZhCN,
  ...formulasZhCN,
  ...handoverZhCN,
  ...insideZhCN,
  ...learnedZhCN,
  ...metricsZhCN,
  ...namingZhCN,
  ...networkZhCN,
  ...predictZhCN,
  ...runZhCN,
  ...settingsZhCN,
  ...shellZhCN,
  ...toysZhCN,
  ...weightsZhCN,
  ...pagesZhCN,
  ...workbenchZhCN,
  ...uiZhCN
}

declare module './i18n/catalogue' {
  interface Register {
    readonly catalogue: typeof en & typeof graphCatalogues.en & typeof labsCatalogues.en & typeof microscopeCatalogues.en
  }
}

/** Every text that the window starts with, in every language; those of other pages come with these. Importing this file makes them known to `t`. */
export const catalogues: Record<UiLanguage, Translation<typeof en>> = { en, 'zh-CN': zhCN }

addMessages('en', en)
addMessages('zh-CN', zhCN)
