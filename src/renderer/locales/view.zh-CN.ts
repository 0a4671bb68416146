import type { viewEn } from './view.en'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The Chinese texts about what is seen of a network: its drawing, its curves, and what it has learned. */
export const viewZhCN: Texts<typeof viewEn> = {
  network: {
    title: '网络',
    label: '网络的单元。方向键在单元之间移动，回车键固定显示。',
    scale: '权重和数值：橙色为负，蓝色为正，颜色越深数值越大',
    sample: '通过网络的样本',
    sampleTitle: '单元的颜色表示它们对这一样本的输出',
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
  },
  learned: {
    title: '学到了什么',
    view: '显示内容',
    views: { plane: '区域', surface: '曲面', fit: '拟合', hidden: '隐藏层' },
    viewTitles: {
      plane: '在两个特征上，网络判定的类别',
      surface: '在两个特征上，网络的预测值',
      fit: '每一行的预测值与真实值',
      hidden: '两个隐藏单元眼中的各行'
    },
    x: '横轴',
    y: '纵轴',
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
    regionsAre: '在 {x} 和 {y} 上，网络判定为：{shares}。',
    heldAt: '固定值：{values}。',
    part: '{rows} 行中的 {count} 行',
    surfaceIs: '在 {x} 和 {y} 上，预测值从 {low} 到 {high}。',
    curveIs: '在 {x} 上，预测值从 {low} 到 {high}。',
    fitIs: '预测值与真实值对照。所示各行的平均绝对残差为 {mean}。',
    hiddenIs: '各行在第 {layer} 层{x}和{y}上的激活值。',
    line: '第 {line} 行，{side}样本',
    truth: '真实：{name}',
    picture: '这一行的图像',
    close: '关闭',
    residual: '残差 {value}'
  },
  curves: {
    chosen: '曲线',
    rate: '学习率',
    rateLong: '学习率',
    options: '图表选项',
    smoothing: '平滑',
    smoothings: { none: '无', some: '中等', much: '强' },
    smoothingTitle: '指数移动平均；原始曲线仍以淡色显示在下方',
    zoomHint: '滚轮或 +、− 键缩放，拖动平移，双击或 0 键显示全部。',
    showAll: '显示全部',
    savePng: '保存图片',
    saveCsv: '保存数值',
    changed: '第 {epoch} 轮更改：{what}'
  }
}
