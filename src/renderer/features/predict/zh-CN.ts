import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of predictions. */
export const zhCN: Translation<typeof en> = {
  predict: {
    tab: '预测',
    sample: '样本',
    ways: { row: '取自数据', typed: '手动输入' },
    way: '样本来源',
    side: '样本',
    row: '第 {number} 个样本，共 {total} 个',
    rowNumber: '样本序号',
    previous: '上一个样本',
    next: '下一个样本',
    line: '文件第 {line} 行',
    truth: '真实值',
    answer: '预测',
    right: '正确',
    wrong: '错误',
    path: '前向传播逐步计算',
    pathHint: '点击单元可查看它的求和过程。',
    inputs: '输入',
    layerOf: '第 {layer} 层 · {activation}',
    unit: '单元',
    showAll: '全部显示',
    sum: '第 {layer} 层的单元 {unit}',
    others: '偏置之前的那个数是其余 1 项之和。 | 偏置之前的那个数是其余 {count} 项之和。',
    before: '第 {layer} 层的单元 {unit}',
    epoch: '第 {epoch} 轮的权重',
    range: '训练数据：{minimum} 至 {maximum}',
    categories: '共 {count} 个已知类别',
    noteOn: '{name}：{note}',
    notes: {
      farOutside: '远超训练数据的范围，网络只能外推',
      unseenCategory: '训练数据中没有此取值，对应输入全为 0',
      unseenOrdinal: '训练数据中没有此取值，按 −1 处理',
      otherSpelling: '按“{category}”处理',
      filled: '缺失，已填补为 {value}'
    }
  }
}
