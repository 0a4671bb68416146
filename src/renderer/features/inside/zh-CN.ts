import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of what goes on inside the layers. */
export const zhCN: Translation<typeof en> = {
  inside: {
    view: '显示',
    views: { now: '当前', times: '变化过程', table: '表格' },
    timesAbout: '在第 {from} 轮记录了一个快照。 | 从第 {from} 轮到第 {to} 轮记录 {count} 个快照，最多占用 1% 的时间，外加 0.1 秒。',
    moment: '轮次',
    epoch: '第 {epoch} 轮',
    few: '少',
    many: '多',
    legend: '颜色越深，数值越多',
    stripLabel: '{label}随时间的变化，范围 {from} 到 {to}；标准差从 {first} 变为 {last}',
    lineLabel: '{label}随时间的变化：从 {first} 变为 {last}',
    allWeights: '全部权重',
    weightPicture: '输入权重的图像：蓝色处的深色像素使总和增大，橙色处使总和减小',
    tab: '各层',
    about: '使用第一个小批量（{rows} 个样本）和第 {epoch} 轮的权重；下一步的学习率为 {rate}。',
    table: '各层的数值',
    layer: '层',
    weights: '权重 W',
    gradients: '梯度 dL/dW',
    activations: '激活值 a',
    gradientNorm: '梯度范数',
    gradientNormTitle: '该层的 ‖dL/dW, dL/db‖，裁剪之前',
    updateRatio: '更新量 : 权重',
    updateRatioTitle: '下一步的 ‖ΔW‖ / ‖W‖；约 1e-3 为宜',
    dead: '死亡神经元',
    deadTitle: '对每个样本导数都为 0 的单元：梯度到不了它们的权重',
    saturated: '饱和',
    saturatedTitle: 'sigmoid 或 tanh 的激活值中，导数不到最大值 1/20 的那些',
    spread: '均值 {mean} ± {deviation}',
    notFinite: '{count} 个非有限数',
    units: '{count} 个单元'
  }
}
