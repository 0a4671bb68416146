import type { TextsOf } from './texts-of'

/** The judgement of a backward pass that somebody wrote. */
export const labTexts = {
  'lab.right': {
    en: 'No gradient is wrong: {passed} of {checked} are confirmed[; {kinks} at kinks][; {tooSmall} too small to tell].',
    zh: '没有错误的梯度：{checked} 个中确认了 {passed} 个[；{kinks} 个位于不可导点][；{tooSmall} 个过小，无法判断]。'
  },
  'lab.wrong': {
    en: '{failed} of {checked} gradients are wrong; going back from the output, the first are in {tensor}.',
    zh: '{checked} 个梯度中有 {failed} 个有误；从输出层往回看，最先出错的是 {tensor}。'
  },
  'lab.mistake': {
    en: 'They equal those of a backward pass with this mistake: {mistake}[ (layer {layer})].',
    zh: '它们与犯下这处错误的反向传播完全一致：{mistake}[（第 {layer} 层）]。'
  },
  'lab.two-mistakes': {
    en: 'They equal those of a backward pass with two mistakes: {mistake}[ (layer {layer})]; {second}[ (layer {secondLayer})].',
    zh: '它们与犯下这两处错误的反向传播完全一致：{mistake}[（第 {layer} 层）]；{second}[（第 {secondLayer} 层）]。'
  },
  'lab.several': {
    en: 'Other mistakes give the very same numbers on this network.',
    zh: '在这个网络上，还有别的错误会得到同样的数字。'
  },
  'lab.unknown': {
    en: 'They equal those of no mistake that is known here. Look first at the line that computes {tensor}.',
    zh: '它们与这里已知的各种错误都不相符。请先查看计算 {tensor} 的那一行。'
  },
  'lab.only-here': {
    en: 'On networks of other sizes it is wrong: a number of this network, such as N, seems to be written into the program.',
    zh: '换成其他大小的网络就会出错：程序里可能写死了这个网络的某个数，例如 N。'
  },
  'lab.own-loss': {
    en: 'They are the derivative of the loss that the program computes: backward fits forward, and the mistake is in the loss.',
    zh: '它们正是程序自己算出的损失的导数：反向传播与前向一致，错误出在损失上。'
  },
  'lab.not-own-loss': {
    en: 'They are not the derivative of the loss that the program computes either.',
    zh: '它们也不是程序自己算出的损失的导数。'
  },
  'lab.loss': {
    en: 'The loss is {student}, and should be {engine}.',
    zh: '损失为 {student}，应为 {engine}。'
  }
} as const satisfies TextsOf<'lab'>
