import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of advice. */
export const zhCN: Translation<typeof en> = {
  doctor: {
    tab: '诊断',
    findings: '{count} 个问题',
    healthy: '没有发现问题。',
    healthyHint: '数据、设置、曲线和各层均通过全部规则。',
    untrained: '尚未训练。',
    untrainedHint: '训练后才会检查梯度、神经元和曲线。',
    source: '出处：{source}',
    levels: { serious: '严重', hint: '提示' },
    consequence: '由“{cause}”引起',
    retrain: '{change}并重新训练',
    notice: '诊断结果',
    open: '打开诊断',
    more: '（另有 {count} 个）',
    overfit: '小样本过拟合测试（20 个样本）',
    overfitAbout: '用同样结构的新网络去记住 20 个训练样本，不加正则化和 dropout。如果做不到，问题就不在于数据太少。',
    overfitRun: '开始测试',
    overfitCancel: '取消',
    overfitRunning: '正在用 20 个样本训练…',
    passed: '通过：{epochs} 轮后已记住 {rows} 个样本。',
    failed: '未通过：{epochs} 轮后仍未记住 {rows} 个样本。',
    figures: '损失 {from} → {to}，{metric} {score}',
    overfitSource: 'CS231n 课程笔记 Neural Networks Part 3（overfit a tiny subset of data）；A. Karpathy，2019'
  }
}
