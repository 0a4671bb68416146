import type { TextsOf } from './texts-of'

/** Why the steps of a walk are what they are. */
export const walkTexts = {
  'walk.dropout': {
    en: 'Dropout sets a unit to 0 with probability p and divides the others by 1 − p, so that the mean stays.',
    zh: 'Dropout 以概率 p 将单元置 0，其余除以 1 − p，使均值不变。'
  },
  'walk.shift': {
    en: 'Subtracting the row maximum cancels in the quotient and keeps every exponent at or below 0, so that nothing overflows.',
    zh: '减去行最大值在商中抵消，并使所有指数不大于 0，因此不会溢出。'
  },
  'walk.softplus': {
    en: 'Computed from z and not from p: it stays exact where p rounds to 0 or 1.',
    zh: '由 z 而不是 p 计算：即使 p 舍入为 0 或 1，结果仍然精确。'
  },
  'walk.softmax': {
    en: 'dL/dp = −1/p at the right class, times the Jacobian diag(p) − ppᵀ of the softmax: everything cancels but p − y.',
    zh: '正确类别处 dL/dp = −1/p，乘以 softmax 的雅可比矩阵 diag(p) − ppᵀ：约去之后只剩 p − y。'
  },
  'walk.sigmoid': {
    en: 'dL/dp = −w·y/p + (1 − y)/(1 − p), times σ′(z) = p(1 − p): the quotients cancel, which for w = 1 leaves p − y.',
    zh: 'dL/dp = −w·y/p + (1 − y)/(1 − p)，乘以 σ′(z) = p(1 − p)：分母约去，w = 1 时只剩 p − y。'
  },
  'walk.note-001': {
    en: 'Course note 001 writes dZ = A − Y and leaves the 1/m of the mean to the products for dW and db.',
    zh: '课程笔记 001 写作 dZ = A − Y，把均值的 1/m 留给 dW 与 db 的乘积。'
  },
  'walk.hinge': {
    en: 'A broken margin pushes its own score down and the right one up by the same amount.',
    zh: '每个被破坏的间隔把自己的得分压低，并把正确类别的得分抬高同样的量。'
  },
  'walk.batch-sum': {
    en: 'A weight enters the Z of every sample, so the contributions of all samples add up.',
    zh: '一个权重进入每个样本的 Z，因此所有样本的贡献相加。'
  },
  'walk.bias-sum': {
    en: 'A bias is added to every row (a copy gate), so its gradient is the sum over the rows.',
    zh: '偏置加到每一行（复制门），因此其梯度是各行之和。'
  },
  'walk.unit-sum': {
    en: 'An activation enters every unit of the next layer, so what comes back from all of them adds up.',
    zh: '一个激活值进入下一层的每个单元，因此从各单元传回的梯度相加。'
  },
  'walk.clip': {
    en: 'All gradients are scaled by one factor, so that their common direction stays.',
    zh: '所有梯度乘以同一个系数，因此整体方向不变。'
  }
} as const satisfies TextsOf<'walk'>
