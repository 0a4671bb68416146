import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of running: the bar of controls and the key figures. */
export const zhCN: Translation<typeof en> = {
  run: {
    bar: '运行控制',
    run: '运行',
    runTitle: '训练到最后一轮',
    pause: '暂停',
    pausing: '正在暂停…',
    pauseTitle: '暂停',
    resume: '继续',
    resumeTitle: '继续训练',
    extend: '再训练 {count} 轮',
    extendTitle: '再训练 {count} 轮',
    step: '单步',
    stepTitles: { batch: '训练一个小批量', epoch: '训练一轮' },
    backTitles: { batch: '撤销上一个小批量', epoch: '回到上一轮结束时' },
    unit: '步长单位',
    units: { batch: '小批量', epoch: '轮' },
    stepAt: '第 {step} 步',
    steps: '已训练 {count} 个小批量',
    stopped: { loss: '损失达到设定值', metric: '指标达到设定值', patience: '没有改进', time: '达到时间上限' },
    stoppedTitle: '停止条件结束了训练。按“继续”可忽略该条件继续训练。',
    result: '最佳：第 {epoch} 轮',
    resultTitle: '损失最低的一轮；保存的是它的权重。',
    rewind: '回到起点',
    rewindTitle: '回到第 0 轮，恢复完全相同的初始权重',
    newSeed: '更换种子',
    newSeedTitle: '新的初始权重和样本顺序；数据划分不变',
    epoch: '轮次',
    progress: '已完成的轮次',
    parameters: '{count} 个参数',
    network: '网络',
    goal: '由 {count} 个特征预测 {target}',
    andMore: '{name} 及另外 {count} 项'
  },
  figures: {
    label: '关键指标',
    trainLoss: '训练损失',
    validationLoss: '验证损失',
    testLoss: '测试损失',
    trainAccuracy: '训练准确率',
    validationAccuracy: '验证准确率',
    testAccuracy: '测试准确率',
    trainR2: '训练 R²',
    validationR2: '验证 R²',
    testR2: '测试 R²',
    bestTestLoss: '最低测试损失',
    atEpoch: '第 {epoch} 轮',
    noTest: '没有测试样本',
    time: '训练用时',
    rate: '每秒 {rate} 轮',
    left: '约剩 {time}',
    copy: '{label}：{value}。点击复制。'
  }
}
