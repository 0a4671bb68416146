import { describe, expect, it } from 'vitest'
import {
  emptyHistory,
  redone,
  undone,
  withSettings,
  type SettingsHistory
} from '../../../../src/renderer/features/settings/settings-history'
import { settings } from '../../support/experiment-state'

const withRate = (learningRate: number) => ({ ...settings, learningRate })
const ratesOf = (history: SettingsHistory | null) => history && [history.present, ...history.past].map((one) => one?.learningRate)
const seen = (...rates: number[]) => rates.reduce((history, rate) => withSettings(history, 'abc', withRate(rate)), emptyHistory)

describe('the history of settings', () => {
  it('goes back and forth over every change', () => {
    const history = seen(0.1, 0.3, 1)
    const back = undone(history)
    expect(ratesOf(back)).toEqual([0.3, 0.1])
    expect(back && redone(back)).toEqual(history)
    expect(undone(seen(0.1))).toBeNull()
    expect(redone(history)).toBeNull()
  })

  it('forgets what was taken back when something else is changed', () => {
    const back = undone(seen(0.1, 0.3, 1))
    const other = back && withSettings(back, 'abc', withRate(0.03))
    expect(ratesOf(other)).toEqual([0.03, 0.1, 0.3])
    expect(other && redone(other)).toBeNull()
  })

  it('takes the same settings with their fields in another order for the same', () => {
    const history = seen(0.1)
    const { seeds, ...rest } = withRate(0.1)
    expect(withSettings(history, 'abc', { seeds, ...rest })).toBe(history)
  })

  it('begins anew with other data, and keeps a hundred changes', () => {
    expect(undone(withSettings(seen(0.1, 0.3), 'def', withRate(1)))).toBeNull()
    expect(seen(...Array.from({ length: 300 }, (_, i) => i)).past).toHaveLength(100)
  })
})
