/** The pages of the window in their order, by the names they are stored under, with what they are called. Ctrl/⌘+1, 2, 3 … open them. */
export const pages = {
  workbench: { en: 'Workbench', 'zh-CN': '工作台' },
  microscope: { en: 'Microscope', 'zh-CN': '显微镜' },
  graph: { en: 'Graph', 'zh-CN': '计算图' },
  labs: { en: 'Labs', 'zh-CN': '练习' }
} as const satisfies Readonly<Record<string, Readonly<Record<'en' | 'zh-CN', string>>>>

export type PageName = keyof typeof pages
export const pageNames = Object.keys(pages) as PageName[]
