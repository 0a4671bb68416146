import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of what the network has learned. */
export const zhCN: Translation<typeof en> = {
  learned: {
    title: '学到了什么',
    view: '显示',
    views: { plane: '决策区域', surface: '曲面', fit: '拟合', hidden: '隐藏层' },
    viewTitles: {
      plane: '两个特征上的预测类别',
      surface: '两个特征上的预测值',
      fit: '每个样本的预测值与真实值',
      hidden: '样本在两个隐藏单元上的激活值'
    },
    x: 'x 轴',
    y: 'y 轴',
    target: '目标',
    layer: '隐藏层',
    layerShort: '第 {layer} 层',
    unit: '单元 {number}',
    held: '固定值',
    heldTitle: '其余特征固定在这些值上',
    heldIntro: '其余特征固定在训练样本的均值上，也可在此更改。',
    reset: '恢复为均值',
    trueValue: '真实值',
    predicted: '预测值',
    regionsAre: '在 {x} 和 {y} 上，网络预测为：{shares}。',
    heldAt: '固定值：{values}。',
    part: '{rows} 个样本中的 {count} 个',
    surfaceIs: '在 {x} 和 {y} 上，预测值从 {low} 到 {high}。',
    curveIs: '在 {x} 上，预测值从 {low} 到 {high}。',
    fitIs: '预测值与真实值对照。所示样本的平均绝对残差为 {mean}。',
    hiddenIs: '样本在第 {layer} 层{x}和{y}上的激活值。',
    line: '第 {line} 行，{side}样本',
    truth: '真实：{name}',
    picture: '该样本的图像',
    close: '关闭',
    residual: '残差 {value}'
  }
}
