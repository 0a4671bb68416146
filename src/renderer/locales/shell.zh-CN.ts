import type { shellEn } from './shell.en'

/** The Chinese texts about the program itself. */
export const shellZhCN: typeof shellEn = {
  shell: {
    menu: '菜单',
    settingsName: '设置'
  },
  about: {
    title: '关于 Backprop Lab',
    version: '版本 {version}',
    intro: '用手工推导的反向传播训练全连接网络，每个梯度都逐一验证。',
    runsOn: '运行环境',
    packages: '使用了 {count} 个库 | 使用了 {count} 个库',
    own: '本程序的许可证',
    data: '数据集的许可证',
    chromium: 'Electron 和 Chromium 的许可证在程序所在文件夹中：LICENSE.electron.txt 和 LICENSES.chromium.html。',
    loading: '正在读取许可证…'
  },
  print: {
    student: '姓名',
    date: '日期',
    data: '{rows} 行 × {columns} 列；训练 {train} 行，验证 {validation} 行，测试 {test} 行',
    hash: '数据的 SHA-256',
    network: '网络',
    settings: '设置',
    figures: '{epoch} 轮后的数值',
    curve: '{figure}，第 0 轮到第 {epoch} 轮：实线为训练，虚线为测试',
    seeds: '种子（划分、权重、顺序）',
    optimizer: '优化器',
    dropout: '随机失活',
    l1: 'L1 正则'
  }
}
