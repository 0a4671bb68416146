import { describe, expect, it } from 'vitest'
import { readCsv } from '#core'
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

describe('a row of units below names, one of which has none', () => {
  const rows = (last: string) => Array.from({ length: 40 }, (_, i) => `${i},${(i % 9) / 2},${i % 5}${last}`).join('\n')

  it.each([
    ['rows that lack the last field', 's,V,mA,', ''],
    ['units that lack it too', 's,V,mA', ''],
    ['rows that have it', 's,V,mA,', ',ok']
  ])('is no data: %s', (_, units, last) => {
    const { columns, rows: count, notes } = readCsv(new TextEncoder().encode(`time,voltage,current,remark\n${units}\n${rows(last)}\n`))
    expect(notes.map(({ code }) => code)).toContain('note.units-row')
    expect([columns.map(({ kind }) => kind).slice(0, 3), count]).toEqual([['number', 'number', 'number'], 40])
  })
})
