import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

export const zhCN: Translation<typeof en> = {
  labs: {
    page: '检查我的反向传播',
    case: '网络',
    app: '当前网络',
    examples: '例题',
    appNote: '第 {epoch} 轮，第一个小批量，不含 Dropout',
    noNetwork: '还没有当前网络：请在工作台中打开数据，或选择例题。',
    check: '检查',
    checkTitle: '运行程序并检查梯度（在编辑器中按 Ctrl+Enter）',
    stop: '停止',
    fresh: '重新开始',
    freshTitle: '恢复程序的初始内容；在编辑器中按 Ctrl+Z 可撤销',
    open: '打开程序…',
    openTitle: '打开 Python 程序（.py），替换这里的程序',
    numbers: '检查文件…',
    numbersTitle: '检查在别处算出的梯度：.npz、.csv 或 .json',
    editor: 'Python 程序',
    editorHint: '按 Tab 缩进；先按 Esc 再按 Tab 可离开编辑器。',
    starting: 'Python 正在启动…',
    running: '程序正在运行…',
    comparing: '正在比较梯度…',
    ofFile: '{file} 中的梯度',
    result: '结果',
    resultHint: '写好 {name} 后点“检查”：每个梯度都与中心差分比较，出错时会指出错在哪里。',
    tensor: '张量',
    checked: '已检查',
    wrong: '错误',
    worst: '最大相对误差',
    lossRight: '损失：{value}，正确',
    lossNone: '文件中没有损失；应为 {value}',
    lossWrong: '损失：{student}，应为 {engine}',
    firstWrong: '从输出往回看，最先出错',
    isRight: '正确',
    failed: '程序停止了',
    python: 'Python 的原文',
    console: '输出',
    silent: '程序打印的内容显示在这里。'
  }
}
