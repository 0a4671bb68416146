import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the drawing of the network. */
export const zhCN: Translation<typeof en> = {
  network: {
    title: '网络',
    label: '网络的单元。方向键在单元之间移动，回车键固定显示。',
    scale: '权重和数值：橙色为负，蓝色为正，颜色越深数值越大',
    sample: '网络中显示的样本',
    sampleTitle: '颜色表示各单元对这一样本的激活值',
    side: '划分',
    sides: { train: '训练', test: '测试', validation: '验证' },
    before: '上一个样本',
    next: '下一个样本',
    input: '输入 {number}：{name}',
    hidden: '第 {layer} 层，单元 {number}',
    output: '输出 {number}：{name}',
    keep: '点击固定',
    close: '关闭',
    value: '数据中为 {value}，作为输入为 {input}',
    others: '其余 {count} 项',
    biasIs: '（偏置 {value}）',
    terms: '传入的权重',
    from: '来自',
    weight: '权重',
    incoming: '传入值',
    term: '乘积'
  }
}
