import { flag, type Flag } from './flag'

const never = { en: 'never', zh: '不限' }

/** The flags about when a run ends before its last epoch, and which weights are its result. */
export const stopFlags = {
  'stop-loss': flag({
    value: 'X',
    group: 'training',
    default: never,
    help: {
      en: 'ends the run when the loss of the validation rows, else of the test rows, else of the training rows is below X',
      zh: '验证集（没有则测试集，再没有则训练集）的损失低于 X 时结束'
    }
  }),
  'stop-accuracy': flag({
    value: 'X',
    group: 'training',
    default: never,
    help: { en: 'the same when their accuracy, or R², is above X (0 to 1)', zh: '同上，准确率或 R² 高于 X（0 到 1）时结束' }
  }),
  patience: flag({
    value: 'N',
    group: 'training',
    default: never,
    help: { en: 'the same when their loss has not been lower for N epochs', zh: '同上，损失连续 N 轮没有降低时结束' }
  }),
  'stop-seconds': flag({
    value: 'S',
    group: 'training',
    default: never,
    help: { en: 'ends the run with the epoch in which S seconds are over', zh: '训练满 S 秒后，在当轮结束时停止' }
  }),
  'keep-best': flag({
    value: null,
    group: 'training',
    default: { en: 'the last epoch', zh: '最后一轮' },
    help: { en: 'saves the weights of the epoch with the lowest such loss', zh: '保存上述损失最低一轮的权重' }
  })
} as const satisfies Record<string, Flag>

/** The flag of each rule. */
export const stopRuleFlags = { loss: 'stop-loss', metric: 'stop-accuracy', patience: 'patience', seconds: 'stop-seconds' } as const
