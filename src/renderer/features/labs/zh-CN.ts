import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

export const zhCN: Translation<typeof en> = {
  labs: {
    page: '检查我的反向传播',
    case: '网络',
    check: '检查',
    checkTitle: '运行程序并检查梯度（在编辑器中按 Ctrl+Enter）',
    stop: '停止',
    fresh: '重新开始',
    freshTitle: '恢复程序的初始内容；在编辑器中按 Ctrl+Z 可撤销',
    open: '打开 .py…',
    editor: 'Python 程序',
    editorHint: '按 Tab 缩进；先按 Esc 再按 Tab 可离开编辑器。',
    starting: 'Python 正在启动…',
    running: '程序正在运行…',
    result: '结果',
    resultHint: '写好 {name} 后点“检查”：每个梯度都与中心差分比较，出错时会指出错在哪里。',
    tensor: '张量',
    checked: '已检查',
    wrong: '错误',
    worst: '最大相对误差',
    lossRight: '损失：{value}，正确',
    lossWrong: '损失：{student}，应为 {engine}',
    firstWrong: '从输出往回看，最先出错',
    isRight: '正确',
    failed: '程序停止了',
    python: 'Python 的原文',
    console: '输出',
    silent: '程序打印的内容显示在这里。'
  }
}
