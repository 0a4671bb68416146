import { describe, expect, it } from 'vitest'
import { findDates, parseDate } from '../../../src/core/data/dates'

/** Days from the beginning of 1970 to a moment of ISO 8601. */
const days = (iso: string) => Date.parse(iso) / 86_400_000

describe('parseDate', () => {
  it.each([
    ['2024-01-31', '2024-01-31'],
    ['2024/1/31', '2024-01-31'],
    ['2024.1.31', '2024-01-31'],
    ['2024年1月31日', '2024-01-31'],
    ['20240131', '2024-01-31'],
    ['2024-01', '2024-01-01'],
    ['2024/01', '2024-01-01'],
    ['2024年3月', '2024-03-01'],
    ['31.12.2023', '2023-12-31'],
    ['1.2.2024', '2024-02-01'],
    ['31.12.23', '2023-12-31'],
    ['31/12/2023', '2023-12-31'],
    ['1/2/24', '2024-02-01'],
    ['31-12-1999', '1999-12-31'],
    ['31/12/69', '1969-12-31'],
    ['31 January 2024', '2024-01-31'],
    ['31-Jan-24', '2024-01-31'],
    ['5 Sept. 2023', '2023-09-05'],
    ['January 31, 2024', '2024-01-31'],
    ['Mar 2024', '2024-03-01'],
    ['2024-01-31T10:30:00Z', '2024-01-31T10:30:00Z'],
    ['2024-01-31 10:30', '2024-01-31T10:30:00Z'],
    ['2024-01-31 10:30:15.250', '2024-01-31T10:30:15.250Z'],
    ['2024-01-31T10:30:00+02:00', '2024-01-31T08:30:00Z'],
    ['2024-01-31 10:30:00 -0530', '2024-01-31T16:00:00Z'],
    ['2024-01-31 10:30 +02', '2024-01-31T08:30:00Z'],
    ['2024-01-31 10:30 UTC', '2024-01-31T10:30:00Z'],
    ['31/12/2023 3:45 PM', '2023-12-31T15:45:00Z'],
    ['31/12/2023, 12:05 am', '2023-12-31T00:05:00Z'],
    ['31.12.2023 12:00 p.m.', '2023-12-31T12:00:00Z'],
    ['2024/1/31 下午3:45', '2024-01-31T15:45:00Z'],
    ['2024年1月31日 14时05分', '2024-01-31T14:05:00Z'],
    ['2024年1月31日14时5分20秒', '2024-01-31T14:05:20Z'],
    ['2024年1月31日下午3点05分', '2024-01-31T15:05:00Z'],
    ['14时05分', '1970-01-01T14:05:00Z'],
    ['Wed, 31 Jan 2024', '2024-01-31'],
    ['Wednesday, January 31, 2024', '2024-01-31'],
    ['Thu, 01 Feb 2024 08:00:00 +0800', '2024-02-01T00:00:00Z'],
    ['Sat. 31.12.2022 10:30', '2022-12-31T10:30:00Z'],
    ['10:30', '1970-01-01T10:30:00Z'],
    ['3:45:30 PM', '1970-01-01T15:45:30Z']
  ])('reads %s', (text, iso) => expect(parseDate(text)).toBe(days(iso)))

  it('takes the month first where it is told to', () => {
    expect(parseDate('01/02/2024', 'month-first')).toBe(days('2024-01-02'))
    expect(parseDate('12/31/2023 3:45 PM', 'month-first')).toBe(days('2023-12-31T15:45Z'))
    expect(parseDate('31.12.2023', 'month-first')).toBe(days('2023-12-31'))
    expect(parseDate('31/12/2023', 'month-first')).toBeNaN()
  })

  it.each([
    '', '2024', '2024-13', '2024-02-30', '12/31/2023', '32.1.2024', '1.2.3', '2.1.10', '2024.01', '31/12', '1/2/3', '99-99-99', '31 Foo 2024',
    '2024-01-31 25:00', '2024-01-31 10:60', '2024-01-31x', '2024-01-31 13:00 PM', '2024-01 10:30', '10:3', '24:00', '1:2:3', 'Mon', 'Sunday', 'Mon, 5', '25时00分', '8点', '192.168.10.2024.1', 'May', 'soon'
  ])('does not take %j for a date', (text) => expect(parseDate(text)).toBeNaN())
})

describe('findDates', () => {
  const found = (texts: readonly string[], asked?: 'day-first' | 'month-first') => findDates(texts, texts.map(() => 1), asked)

  it.each([
    ['a day above twelve in front', ['01/02/2024', '31/12/2023'], { order: 'day-first', isDoubtful: false }],
    ['a day above twelve in the middle', ['01/02/2024', '12/31/2023'], { order: 'month-first', isDoubtful: false }],
    ['nothing', ['01/02/2024', '03/04/2024'], { order: 'day-first', isDoubtful: true }],
    ['the same day and month', ['01/01/2024', '02/02/2024'], { order: 'day-first', isDoubtful: false }],
    ['points', ['01.02.2024', '03.04.2024'], { order: 'day-first', isDoubtful: false }],
    ['the year in front', ['2024-01-02', '2024-03-04'], { order: 'day-first', isDoubtful: false }]
  ] as const)('tells the order from %s', (_, texts, expected) => expect(found(texts)).toEqual(expected))

  it('follows most of the column, and leaves the odd cell', () => {
    const texts = [...Array.from({ length: 19 }, (_, i) => `${i + 10}/01/2024`), '12/31/2023']
    expect(found(texts)).toEqual({ order: 'day-first', isDoubtful: false })
  })

  it('follows what is asked for', () => {
    expect(found(['01/02/2024'], 'month-first')).toEqual({ order: 'month-first', isDoubtful: false })
    expect(found(['31/12/2024'], 'month-first')).toBeNull()
  })

  it('finds none among texts', () => {
    expect(found(['a', 'b'])).toBeNull()
    expect(found(['2024-01-31', 'soon'])).toBeNull()
    expect(found([])).toBeNull()
  })
})
