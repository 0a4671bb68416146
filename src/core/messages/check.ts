import type { TextsOf } from './texts-of'

/** The conclusions of a gradient check, in one sentence each: what is right, what is off, what to do. */
export const checkTexts = {
  'check.right': {
    en: 'Backpropagation is right: all {passed} gradients are confirmed.',
    zh: '反向传播正确：全部 {passed} 个梯度均得到确认。'
  },
  'check.right-sample': {
    en: 'Backpropagation is right in the sample: {passed} of {total} gradients were checked, and all are confirmed.',
    zh: '抽查结果：反向传播正确。共 {total} 个梯度，抽查的 {passed} 个均得到确认。'
  },
  'check.partly': {
    en: 'Backpropagation is right where it can be tested: {passed} of {checked} gradients are confirmed[; {tooSmall} too small to tell][; {kinks} at kinks].',
    zh: '凡能检验之处，反向传播均正确：{checked} 个梯度中确认了 {passed} 个[；{tooSmall} 个过小，无法判断][；{kinks} 个位于不可导点]。'
  },
  'check.epsilon': {
    en: 'Backpropagation is right; the difference quotient is off at ε = {epsilon} for {count} of {checked} gradients. Use ε = {best}.',
    zh: '反向传播正确；ε = {epsilon} 时，{checked} 个梯度中有 {count} 个的差商不准。请改用 ε = {best}。'
  },
  'check.unreliable': {
    en: 'Backpropagation is right; the difference quotient is unreliable for {count} of {checked} derivatives, which forward mode confirms.',
    zh: '反向传播正确；{checked} 个导数中有 {count} 个的差商不可靠，但前向模式确认了它们。'
  },
  'check.nothing-too-small': {
    en: 'Nothing was confirmed: {tooSmall} of {checked} gradients are too small to stand above rounding errors. Check at an earlier epoch, where the gradients are larger.',
    zh: '没有任何梯度得到确认：{checked} 个梯度中有 {tooSmall} 个过小，被舍入误差淹没。请在更早的轮次检查，那时梯度较大。'
  },
  'check.nothing-kinks': {
    en: 'Nothing was confirmed: {kinks} of {checked} gradients are at kinks, where there is no derivative to compare with. Train for an epoch, or start from other weights, and check again.',
    zh: '没有任何梯度得到确认：{checked} 个梯度中有 {kinks} 个位于不可导点，没有导数可供对比。请训练一轮或换用其他初始权重后再检查。'
  },
  'check.nothing-unreliable': {
    en: 'Nothing was confirmed by the difference quotient, which is unreliable at ε = {epsilon}; forward mode agrees with backpropagation. Use ε = {best}.',
    zh: 'ε = {epsilon} 时差商不可靠，没有确认任何梯度；前向模式与反向传播一致。请改用 ε = {best}。'
  },
  'check.wrong': {
    en: 'Backpropagation is wrong: {failed} of {checked} gradients disagree with the difference quotient and with forward mode, first {place}. This is a bug in Backprop Lab: please report it with experiment.json.',
    zh: '反向传播有误：{checked} 个梯度中有 {failed} 个与差商和前向模式都不一致，第一个是 {place}。这是 Backprop Lab 自身的错误：请附上 experiment.json 报告。'
  },
  'check.wrong-direction': {
    en: 'Backpropagation is wrong along {failed} of {checked} random directions, first in {place}. This is a bug in Backprop Lab: please report it with experiment.json.',
    zh: '反向传播有误：{checked} 个随机方向中有 {failed} 个的导数不一致，第一个属于 {place}。这是 Backprop Lab 自身的错误：请附上 experiment.json 报告。'
  },
  'check.planted': {
    en: 'The planted bug is found: {failed} of {checked} gradients are wrong, first {place}. Backprop Lab itself computes them correctly; remove the bug to see that.',
    zh: '已查出植入的错误：{checked} 个梯度中有 {failed} 个有误，第一个是 {place}。Backprop Lab 自身的计算是正确的；移除植入的错误即可验证。'
  },
  'check.planted-without-effect': {
    en: 'The planted bug changes no gradient of this network that can be tested; choose another one.',
    zh: '植入的错误没有改变这个网络中任何可检验的梯度；请换一种。'
  },
  'check.not-done': {
    en: 'The gradients could not be checked: {reason} The training is saved.',
    zh: '无法检查梯度：{reason}训练结果已保存。'
  }
} as const satisfies TextsOf<'check'>
