import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of predictions. */
export const zhCN: Translation<typeof en> = {
  predict: {
    tab: '预测',
    sample: '样本',
    ways: { row: '选一行', typed: '手动输入' },
    way: '样本来源',
    side: '数据行',
    row: '第 {number} 行，共 {total} 行',
    rowNumber: '行的序号',
    previous: '上一行',
    next: '下一行',
    line: '文件第 {line} 行',
    truth: '真实值',
    answer: '预测',
    right: '正确',
    wrong: '错误',
    path: '数值的路径',
    pathHint: '点击单元可查看它的求和过程。',
    inputs: '输入',
    layerOf: '第 {layer} 层 · {activation}',
    unit: '单元',
    showAll: '全部显示',
    sum: '第 {layer} 层的单元 {unit}',
    others: '偏置之前的那个数是其余 1 项之和。 | 偏置之前的那个数是其余 {count} 项之和。',
    term: '来自',
    weight: 'w',
    value: 'x',
    product: 'w · x',
    bias: '偏置 b',
    before: '第 {layer} 层的单元 {unit}',
    epoch: '第 {epoch} 轮的权重'
  }
}
