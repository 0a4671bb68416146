import { describe, expect, it } from 'vitest'
import { scalings } from '#core'
import { setLanguage } from '../../../../src/renderer/i18n/i18n'
import { useText } from '../../../../src/renderer/i18n/useText'
import { labelsOf } from '../../../../src/renderer/features/naming/stored-names'
import '../../../../src/renderer/messages'

const { t, explain } = useText()

describe('the names stored in the details of a message', () => {
  it('are called in a sentence what the window calls them', () => {
    setLanguage('zh-CN')
    const details = { step: 36, tensor: 'loss', learningRate: 1000 }
    expect(explain({ code: 'doctor.not-finite', details }, labelsOf(details, t))).toBe(
      '第 36 步在损失中出现了非有限值（NaN 或无穷大）。当时的学习率为 1000。'
    )
    setLanguage('en')
    const advice = { scale: 'minmax' }
    expect(explain({ code: 'doctor.divergence.try', details: advice }, labelsOf(advice, t))).toContain('(now Min–max (0 to 1))')
  })

  it('have a label for every scaling', () => {
    for (const scale of scalings) expect(labelsOf({ scale }, t).scale).not.toMatch(/^settings\./)
  })

  it('stay where they are names of their own', () => {
    expect(labelsOf({ tensor: 'W1', activation: 'tanh' }, t)).toEqual({})
  })
})
