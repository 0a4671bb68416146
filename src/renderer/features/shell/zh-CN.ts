import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the window itself: its start, its header, its banners, its paper and its makers. */
export const zhCN: Translation<typeof en> = {
  app: {
    name: 'Backprop Lab',
    starting: '正在启动计算引擎…',
    startingSlow: '启动时间比平时长。如果一直没有反应，请关闭窗口后重新启动。',
    drop: '松开鼠标即可打开：表格（CSV、Excel、Parquet 等）、权重、设置、训练记录、用例',
    settings: '设置',
    results: '结果',
    split: '图表高度'
  },
  header: {
    language: 'English',
    languageTitle: '切换到英文',
    theme: '主题：{theme}',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' }
  },
  status: {
    label: '状态',
    starting: '正在启动',
    idle: '就绪',
    running: '训练中',
    paused: '已暂停',
    finished: '已完成',
    failed: '失败',
    'engine-gone': '引擎已停止',
    retracing: '正在重现'
  },
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
    figures: '{epoch} 轮后的结果',
    curve: '{figure}，第 0 轮到第 {epoch} 轮：实线为训练，虚线为测试',
    seeds: '种子（划分、初始权重、打乱顺序）',
    optimizer: '优化器',
    dropout: 'Dropout（随机失活）',
    l1: 'L1 正则'
  },
  close: {
    title: '不保存就关闭？',
    body: '{reason}上次保存之后的改动将会丢失。如需保留权重，请先在“权重”选项卡中另存到别处。',
    ok: '放弃改动并关闭',
    cancel: '保持打开'
  },
  banner: {
    gone: '计算引擎已停止。',
    goneHint: '设置和曲线都还在。',
    silent: '计算引擎已有 {seconds} 秒没有响应。',
    silentHint: '它可能正在进行一次较长的计算。如果一直没有响应，请重新启动：不会丢失任何内容。',
    unsaved: '当前工作未能保存。',
    unsavedHint: '程序会自动重试；在此之前，请先导出要保留的内容再关闭窗口。',
    saveAgain: '重新保存',
    restart: '重新启动引擎',
    retracing: '正在用相同的种子重新训练到第 {epoch} 轮。图中是之前的曲线。',
    rewind: '回到起点',
    dismiss: '关闭',
    engine: '当前使用 {tier} 引擎训练。'
  }
}
