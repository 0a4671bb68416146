import { describe, expect, it } from 'vitest'
import { areUnits } from '../../../src/core/data/unit-row'

describe('units of measurement', () => {
  it.each([
    's V mV',
    '(Hz) [deg] （米）',
    'm/s^2 kg·m² µA °C % V/°C',
    'Second Volt volts kOhm a.u.',
    'Sequence Volt Volt',
    '秒 毫伏 摄氏度'
  ])('are %j', (cells) => expect(areUnits(cells.split(' '))).toBe(true))

  it.each(['', 'TIME CH1', 'x y', 's 1', 's name', 'bad worse', '12abc', 'unknown', 'setosa', 'Vorname Alter'])('are not %j', (cells) =>
    expect(areUnits(cells === '' ? [] : cells.split(' '))).toBe(false)
  )
})
