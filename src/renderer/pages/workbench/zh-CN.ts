import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the workbench: its tabs. */
export const zhCN: Translation<typeof en> = {
  tabs: {
    label: '详细信息',
    restore: '还原最大化的卡片或选项卡',
    sidebar: '设置栏宽度',
    check: '梯度检查',
    data: '数据',
    weights: '权重',
    notes: '{count} 条说明'
  }
}
