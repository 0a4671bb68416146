import { describe, expect, it } from 'vitest'
import { findTimes, parseDuration } from '../../../src/core/data/durations'

describe('parseDuration', () => {
  it.each([
    ['1:30', 90],
    ['26:10', 1570],
    ['120:00', 7200],
    ['1:30:00', 5400],
    ['100:00:01', 360_001],
    ['0:05:12.5', 312.5],
    ['0:05:12,5', 312.5],
    ['1:30.25', 90.25],
    ['\u22121:30', -90],
    ['+0:05', 5],
    ['1 day, 2:03:04', 93_784],
    ['1 day 02:30', 95_400],
    ['2 days +00:00:01', 172_801],
    ['3天 01:00:00', 262_800],
    ['1h30m', 5400],
    ['1 h 5 min 2.5 s', 3902.5],
    ['2 hours, 1 minute', 7260],
    ['90 min', 5400],
    ['1小时5分钟', 3900],
    ['12秒', 12],
    ['1d', 86_400],
    ['PT0.5S', 0.5],
    ['-PT10M', -600],
    ['P1D', 86_400]
  ])('%s is %d seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds))

  it.each(['', '1:60', '1:61:00', '1:00:60', '1:5', '1:2:3', '12', '90', 'P', 'PT', 'h', '1:30 PM', '10:30Z', '2024-01-31', '16:9', '5 kg', '1h h', ':30', '1::30'])(
    'does not take %j for a duration',
    (text) => expect(parseDuration(text)).toBeNaN()
  )
})

describe('findTimes', () => {
  const found = (texts: readonly string[], rows = texts.map(() => 1)) => findTimes(texts, rows)

  it('weighs texts by their rows', () => {
    expect(found(['26:10', 'DNF'])).toBeNull()
    expect(found(['26:10', 'DNF'], [19, 1])).toEqual({ as: 'duration', isDoubtful: false })
  })

  it('finds none where there are none', () => {
    expect(found([])).toBeNull()
    expect(found(['a', 'b'])).toBeNull()
    expect(found(['2024-01-31 10:30'])).toBeNull()
    expect(found(['10:30 AM', '11:00 AM'])).toBeNull()
  })

  it('takes midnight at the end of a day for no duration', () => expect(found(['08:00', '24:00'])).toEqual({ as: 'time', isDoubtful: false }))

  it('lets one cell beyond a day decide for all', () => {
    expect(found(['08:00:00', '09:30:00', '31:00:00'])).toEqual({ as: 'duration', isDoubtful: false })
    expect(found(['08:00:00', '09:30:00'])).toEqual({ as: 'time', isDoubtful: false })
  })
})
