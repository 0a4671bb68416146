import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the toy data sets. */
export const zhCN: Translation<typeof en> = {
  toys: {
    group: '合成数据集',
    tab: '数据点',
    names: {
      xor: '异或 XOR',
      circles: '同心圆 Circles',
      moons: '双月 Moons',
      spirals: '螺旋 Spirals',
      blobs: '高斯簇 Blobs',
      checkerboard: '棋盘 Checkerboard',
      sine: '正弦曲线 Sine',
      step: '阶跃 Step',
      line: '含噪直线 Line'
    },
    about: {
      xor: 'x 与 y 同号为 A，异号为 B。没有一条直线能将两类分开。',
      circles: 'A 在半径为 1 的圆上，B 在其内部的圆上。',
      moons: 'A (cos θ, sin θ)，B (1 − cos θ, ½ − sin θ)，θ 从 0 到 π。',
      spirals: '每类一条臂：半径 r 从 0.1 到 1，角度 2π（圈数 · r + 臂序号 / 臂数）。',
      blobs: '中心在单位圆上的高斯簇；噪声即其标准差。',
      checkerboard: '[−1, 1)² 上的格子，A、B 相间。',
      sine: 'y = sin(π · 周期数 · x)，x 从 −1 到 1；噪声加在 y 上。',
      step: 'x ≥ 0 时 y = 高度，否则为 0；噪声加在 y 上。',
      line: 'y = 斜率 · x + 截距，x 从 −1 到 1；噪声加在 y 上。'
    },
    knobs: {
      size: '点数',
      noise: '噪声',
      seed: '种子',
      factor: '内圆半径',
      arms: '臂数',
      turns: '圈数',
      blobs: '簇数',
      cells: '每边格数',
      periods: '周期数',
      height: '高度',
      slope: '斜率',
      intercept: '截距'
    },
    knobsOf: '{name} 的参数',
    view: '数据点的显示方式',
    views: { plane: '平面', table: '表格' },
    mode: '指针的作用',
    modes: { draw: '绘制', erase: '擦除' },
    hints: { draw: '单击添加点，拖动移动点', erase: '按住鼠标划过要擦除的点' },
    newClass: '新点的类别',
    newClassTitle: '新点属于类别 {label}',
    plane: '平面上有 {count} 个点。要用键盘编辑，请切换到表格。',
    count: '{count} 个点',
    edited: '有些点已手动修改，参数不再描述全部数据。',
    makeAnew: '重新生成',
    makeAnewTitle: '按参数重新生成所有点',
    save: '保存 CSV…',
    saveTitle: '保存这些点，与训练所用的数据逐字节相同',
    table: '数据点',
    number: '序号',
    class: '类别',
    classOf: '第 {number} 个点的类别',
    coordinate: '第 {number} 个点的 {axis}',
    erase: '擦除',
    erasePoint: '擦除第 {number} 个点',
    new: '新点',
    newPoint: '新点',
    newCoordinate: '新点的 {axis}',
    add: '添加',
    anew: {
      title: '放弃手动修改的点？',
      body: '手动添加、移动或擦除的结果会丢失；如需保留，请先将这些点保存为 CSV。',
      ok: '放弃',
      cancel: '保留这些点'
    }
  }
}
