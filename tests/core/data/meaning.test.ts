import { describe, expect, it } from 'vitest'
import { columnNamed, columnType, prepare, readCsv, sentence, suggestSettings, type ReadOptions, type Table } from '#core'

const tableOf = (text: string, options: ReadOptions = {}) => readCsv(new TextEncoder().encode(text), options)
const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('')
const numbersOf = (table: Table, name: string) => [...columnNamed(table, name).values]
const told = ({ notes }: Table) => notes.map(({ code, details }) => sentence(code, details, 'en'))
const codes = ({ notes }: Table) => notes.map(({ code }) => code)

/** A table of one column and a target of two classes. */
const one = (cells: readonly string[], options?: ReadOptions) => tableOf(`x;y\n${cells.map((cell, i) => `"${cell}";${'ab'[i % 2]}\n`).join('')}`, options)

describe('decimal marks are judged column by column', () => {
  const table = tableOf(`a;b;y\n${lines(60, (i) => `${i === 17 ? '17.5' : `${i},5`};${(i * 3) % 7},25;${'ab'[i % 2]}`)}`)

  it('by majority: one point among commas ruins nothing', () => {
    expect(numbersOf(table, 'a').slice(15, 20)).toEqual([15.5, 16.5, NaN, 18.5, 19.5])
    expect(numbersOf(table, 'b').slice(0, 3)).toEqual([0.25, 3.25, 6.25])
  })

  it('and the odd cell is named', () => {
    expect(told(table).at(-1)).toBe(
      'Column `a` is numeric, but 1 of its cells is not a finite number (row 19, `17.5`; the decimal mark of this column is `,`, not `.`: write `17,5`). Fix it before using the column.'
    )
  })

  it.each([
    ['times', '10.30'],
    ['versions', '2.1']
  ])('%s with a point leave commas elsewhere alone', (_, cell) => {
    const mixed = tableOf(`t;b\n${lines(20, (i) => `${cell.slice(0, -1)}${i % 10};${i},25`)}`)
    expect(numbersOf(mixed, 'b')).toEqual(Array.from({ length: 20 }, (_, i) => i + 0.25))
    expect(numbersOf(mixed, 't')[3]).toBe(Number(`${cell.slice(0, -1)}3`))
    expect(told(mixed).at(-1)).toContain('Numbers are read with a decimal comma in `b`, and with a decimal point in other columns')
  })

  it('also where the beginning of the file says something else', () => {
    const late = tableOf(`a;b\n${lines(30_000, (i) => (i < 29_000 ? `${i};1.${i % 10}` : `${i},5;2.5`))}`)
    expect(numbersOf(late, 'a')[29_000]).toBe(29_000.5)
    expect(numbersOf(late, 'b')[29_999]).toBe(2.5)
  })

  it('and in a file of rows read straight from the bytes as in one that needs the parser', () => {
    const [plain, parsed] = ['c', 'two\nlines'].map((text) => tableOf(`a;b;c\n${lines(50, (i) => `${i}.5;${i},5;"${text}"`)}`))
    expect(numbersOf(plain, 'a')).toEqual(numbersOf(parsed, 'a'))
    expect(numbersOf(plain, 'b')).toEqual(numbersOf(parsed, 'b'))
  })
})

describe('numbers in the forms that people write', () => {
  it.each([
    ['a minus sign', ['\u22121.5', '2.0', '\u22123.5', '10.99'], [-1.5, 2, -3.5, 10.99], 'note.minus-sign'],
    ['an en dash', ['\u20131', '2', '3'], [-1, 2, 3], 'note.minus-sign'],
    ['a full-width minus', ['－1', '2', '3'], [-1, 2, 3], 'note.full-width'],
    ['a minus sign and a decimal comma', ['\u22121,5', '2,5'], [-1.5, 2.5], 'note.minus-sign'],
    ['a minus sign in the exponent', ['1.5e\u22123', '2'], [0.0015, 2], 'note.minus-sign'],
    ['no-break spaces', ['1\u00a0299,99', '899,50'], [1299.99, 899.5], 'note.blank-groups'],
    ['narrow no-break spaces', ['1\u202f299\u202f000', '899'], [1299000, 899], 'note.blank-groups'],
    ['thin spaces', ['1\u2009299.5', '899'], [1299.5, 899], 'note.blank-groups'],
    ['spaces', ['12 345', '1 299', '7'], [12345, 1299, 7], 'note.blank-groups'],
    ['apostrophes', ["1'299.95", "12'000.00"], [1299.95, 12000], 'note.blank-groups'],
    ['typographic apostrophes', ['1’299.95', '5.00'], [1299.95, 5], 'note.blank-groups'],
    ['several points', ['1.299.000', '899.000', '5'], [1299000, 899000, 5], 'note.decimal-comma'],
    ['Indian groups', ['1,23,456', '12,34,567', '99,999'], [123456, 1234567, 99999], 'note.thousands'],
    ['Indian groups with decimals', ['1,23,456.50', '500.25'], [123456.5, 500.25], 'note.thousands'],
    ['dollars', ['$1,037.00', '$12.50', '-$3.00'], [1037, 12.5, -3], 'note.unit'],
    ['euros', ['1.037,50 €', '12,00 €'], [1037.5, 12], 'note.unit'],
    ['yen', ['¥1,000,000', '¥300'], [1000000, 300], 'note.unit'],
    ['rupees', ['₹1,23,456', '₹500'], [123456, 500], 'note.unit'],
    ['a code', ['CHF 1’299.95', 'CHF 5.00'], [1299.95, 5], 'note.unit'],
    ['kilograms', ['5.5 kg', '70kg', '6 kg'], [5.5, 70, 6], 'note.unit'],
    ['degrees', ['\u221240 °C', '20 °C'], [-40, 20], 'note.unit'],
    ['metres per second', ['3,5 m/s', '4,25 m/s'], [3.5, 4.25], 'note.unit'],
    ['Chinese units', ['120元', '99.5元'], [120, 99.5], 'note.unit'],
    ['percent with a decimal comma', ['12,5 %', '7,25 %'], [0.125, 0.0725], 'note.percent'],
    ['full-width percent', ['１２％', '7%'], [0.12, 0.07], 'note.percent'],
    ['parentheses of accounts', ['1,234.50', '(1,234.50)', '(3.00)'], [1234.5, -1234.5, -3], 'note.written-otherwise'],
    ['a sign behind', ['1,000.00-', '250.50', '12-'], [-1000, 250.5, -12], 'note.written-otherwise'],
    ['powers of ten', ['1.5×10^3', '2.5 x 10⁻²', '4'], [1500, 0.025, 4], 'note.written-otherwise'],
    ['a dash for decimals', ['Fr. 50.–', 'Fr. 20.50', 'Fr. 1’200.-'], [50, 20.5, 1200], 'note.written-otherwise'],
    ['Arabic digits', ['١٢٫٥', '٣٤', '٧٨'], [12.5, 34, 78], 'note.written-otherwise'],
    ['Persian and Hindi digits', ['۱۲', '३४'], [12, 34], 'note.written-otherwise']
  ] as const)('%s', (_, cells, values, code) => {
    const table = one(cells)
    expect(numbersOf(table, 'x')).toEqual([...values])
    expect(codes(table)).toContain(code)
  })

  it('keep their text exactly', () => {
    const cells = ['$1,037.00', '$12.50']
    const { texts } = columnNamed(one(cells), 'x')
    expect(texts.kind === 'forms' ? texts.common : texts.distinct).toEqual(cells)
  })

  it('say what was taken off', () => {
    expect(told(one(['5.5 kg', '70kg', '6 kg'])).at(-1)).toBe(
      'Column `x`: `kg` is taken off 3 cells, which are read as numbers (first: row 2, `5.5 kg` is 5.5).'
    )
  })

  it('are numbers as a target too', () => {
    const table = tableOf(`x,price\n${lines(60, (i) => `${i},"$1,${100 + i}"`)}`)
    expect(suggestSettings(table)).toMatchObject({ targets: ['price'], task: 'regression' })
  })

  it.each([
    ['numbered names', ['A1', 'A2', 'A3']],
    ['rooms', ['room 1', 'room 2']],
    ['hexadecimal', ['0x10', '0x11']],
    ['ranges', ['10–20', '20–30']],
    ['school marks', ['2-', '3-', '1-']],
    ['sizes', ['5×10', '4x10', '3 x 4']],
    ['quotes', ['(see 3)', '(a)']],
    ['telephone numbers', ['+49 30 1234', '+49 40 5678']]
  ])('%s stay text', (_, cells) => expect(columnNamed(one(cells), 'x').kind).toBe('text'))
})

describe('a unit that multiplies', () => {
  it('is taken off where every cell has it', () => expect(numbersOf(one(['1.2万', '3万', '4.5万']), 'x')).toEqual([1.2, 3, 4.5]))

  it.each([['万'], ['亿'], ['k'], ['M'], ['Mio'], ['百万'], ['lakh']])('makes no number of a cell without it, and this is told: %s', (unit) => {
    const table = one(Array.from({ length: 20 }, (_, i) => (i === 3 ? '8000' : `${i + 1}${unit}`)))
    expect(columnNamed(table, 'x').kind).toBe('text')
    expect(told(table).at(-1)).toBe(
      `Column \`x\` is read as text: 19 of its 20 cells have \`${unit}\`, which multiplies the number, and the others do not (row 5, \`8000\`). Write all of them in the same way.`
    )
  })

  it('is not one that measures', () => expect(numbersOf(one(Array.from({ length: 20 }, (_, i) => (i === 3 ? '8000' : `${i + 1} kg`))), 'x')[3]).toBe(8000))
})

describe('missing values', () => {
  it.each(['#N/A', '#DIV/0!', '.', '<NA>', '-nan', '-1.#IND', 'NaT', '\\N', '#VALUE!', '#n/a', '1.#QNAN', '#REF!', 'NULL'])('are %s', (token) => {
    const table = tableOf(`x,y\n${lines(40, (i) => `${i % 5 === 0 ? token : i},${'ab'[i % 2]}`)}`)
    expect(columnType(columnNamed(table, 'x'))).toBe('integer')
    expect(columnNamed(table, 'x').missing.reduce((sum, x) => sum + x, 0)).toBe(8)
  })
})

describe('a column most of whose cells are numbers', () => {
  const withToken = (every: number) => tableOf(`x,y\n${lines(40, (i) => `${i % every === 0 ? 'unknown' : i},${'ab'[i % 2]}`)}`)

  it('is text, and said to be, with the first cell that is none', () => {
    expect(told(withToken(5))).toEqual([
      'Column `x` is read as text, although 32 of its 40 cells are numbers (the first that is not: row 2, `unknown`). Is that cell missing or mistyped, or is the column really text?'
    ])
  })

  it('is said once it was asked to be text, or the cell to be missing', () => {
    const text = `x,y\n${lines(40, (i) => `${i % 5 === 0 ? 'unknown' : i},${'ab'[i % 2]}`)}`
    expect(codes(tableOf(text, { kinds: { x: 'text' } }))).toEqual([])
    expect(codes(tableOf(text, { missing: ['', 'unknown'] }))).toEqual([])
  })

  it('is numeric from nine of ten on', () => expect(codes(withToken(20))).toEqual(['note.not-numbers']))

  it('is nothing where numbers are few', () => {
    expect(codes(tableOf(`x,y\n${lines(40, (i) => `${i % 3 === 0 ? i : 'abc'},${'ab'[i % 2]}`)}`))).toEqual([])
  })

  it('is said of a target, which is not turned into classes without a word', () => {
    const table = tableOf(`x,price\n${lines(60, (i) => `${i},${i % 4 === 0 ? 'n/k' : 100 + i}`)}`)
    expect(codes(table)).toEqual(['note.mostly-numbers'])
    expect(told(tableOf(`x,price\n${lines(60, (i) => `${i},${i % 2 ? '$' : '€'}${100 + i}`)}`))).toEqual([
      'Column `price` is read as text: its numbers have different units (`€`, `$`). Convert them to one unit to use them as numbers.'
    ])
  })

  it('trains when the odd cell is treated as missing', () => {
    const table = tableOf(`x,y\n${lines(40, (i) => `${i % 5 === 0 ? 'unknown' : i},${'ab'[i % 2]}`)}`, { missing: ['', 'unknown'] })
    expect(prepare(table, suggestSettings(table)).inputs).toEqual(['x'])
  })
})

describe('dates', () => {
  it.each([
    ['day, month and year between points', ['31.12.2023', '1.1.2024'], [19722, 19723]],
    ['slashes where a day tells the order', ['31/12/2023', '01/02/2024'], [19722, 19754]],
    ['slashes where a month tells the order', ['12/31/2023', '01/02/2024'], [19722, 19724]],
    ['two digits of a year', ['31/12/23', '1/2/24'], [19722, 19754]],
    ['half days', ['12/31/2023 6:00 PM', '1/2/2024 12:00 AM'], [19722.75, 19724]],
    ['months', ['2024-01', '2024-02'], [19723, 19754]],
    ['zones', ['2024-01-01T06:00:00+06:00', '2024-01-02T00:00:00Z'], [19723, 19724]],
    ['names of months', ['31 Dec 2023', '1 Jan 2024'], [19722, 19723]],
    ['German names of months', ['31. Dezember 2023', '1. März 2024', '2. Maerz 2024'], [19722, 19783, 19784]],
    ['French names of months', ['31 déc. 2023', '1er février 2024', '1 fevrier 2024'], [19722, 19754, 19754]],
    ['months as spreadsheets shorten them', ['Jan-24', 'Feb-24', 'Okt-24'], [19723, 19754, 19997]],
    ['quarters', ['2024Q1', '2024-Q2', 'Q4 2024'], [19723, 19814, 19997]],
    ['Chinese quarters', ['2024年第1季度', '2024年二季度'], [19723, 19814]]
  ] as const)('are read: %s', (_, cells, values) => {
    const table = one(cells)
    expect(numbersOf(table, 'x')).toEqual([...values])
    expect(columnType(columnNamed(table, 'x'))).toBe('date')
    expect(codes(table)).toContain('note.dates')
    expect(codes(table)).not.toContain('note.ambiguous-dates')
  })

  it('raise the question whether day or month comes first where nothing tells', () => {
    const table = one(['01/02/2024', '03/04/2024'])
    expect(told(table).at(-1)).toBe(
      'Column `x`: is `01/02/2024` (row 2) 2024-02-01 or 2024-01-02? Nothing in the column tells; the day is taken to come first.'
    )
    expect(numbersOf(one(['01/02/2024', '03/04/2024'], { dates: 'month-first' }), 'x')).toEqual([19724, 19786])
  })

  it('raise the question whether integers are dates where all are days of a calendar', () => {
    const cells = ['20240131', '20240201', '20240229']
    expect(told(one(cells)).at(-1)).toContain('Column `x`: is `20240131` (row 2) the date 2024-01-31?')
    const table = one(cells, { kinds: { x: 'date' } })
    expect(numbersOf(table, 'x')).toEqual([19753, 19754, 19782])
    expect(codes(table)).toContain('note.dates')
    expect(codes(one(cells, { kinds: { x: 'number' } }))).not.toContain('note.maybe-dates')
  })

  it.each([
    ['a month that is none', ['20240131', '20241301']],
    ['one day alone', ['20240131', '20240131']],
    ['other integers', ['10240131', '20240131']],
    ['part of a day', ['20240131.5', '20240201']]
  ])('are not asked about: %s', (_, cells) => expect(codes(one(cells))).not.toContain('note.maybe-dates'))

  it('are no 84 categories', () => {
    const table = tableOf(`day,y\n${lines(84, (i) => `${(i % 12) + 1}/${Math.floor(i / 12) + 1}/2024,${'ab'[i % 2]}`)}`)
    expect(prepare(table, suggestSettings(table)).inputs).toEqual(['day'])
  })

  it('name a cell that is none', () => {
    const table = tableOf(`day,y\n${lines(20, (i) => `${i === 7 ? 'soon' : `2024-01-${i + 10}`},${'ab'[i % 2]}`)}`)
    expect(told(table).at(-1)).toBe(
      'Column `day` has dates, but 1 of its cells is none (row 9, `soon`). Fix it before using the column.'
    )
  })

  it.each([
    ['versions', ['1.2.3', '1.10.2']],
    ['numbered names', ['May-5', 'Room-24']],
    ['fractions', ['1/2', '3/4']],
    ['telephone numbers', ['030-12-34', '040-56-78']]
  ])('are not %s', (_, cells) => expect(columnNamed(one(cells), 'x').kind).toBe('text'))
})

describe('times of day', () => {
  it.each([
    ['with a zero before the hour', ['06:00', '12:00'], [0.25, 0.5]],
    ['with seconds', ['08:15:00', '18:00:00'], [0.34375, 0.75]],
    ['with fractions of a second, as a logger writes them', ['14:24:00.000', '21:36:00.000'], [0.6, 0.9]],
    ['of a timetable, without a zero', ['9:00', '13:30', '18:00'], [0.375, 0.5625, 0.75]],
    ['in halves of the day', ['6:00 AM', '1:30 PM'], [0.25, 0.5625]],
    ['in Chinese', ['6时00分', '下午1点30分'], [0.25, 0.5625]],
    ['of a long day that ends where the next begins', ['08:00', '23:45', '12:00'], [1 / 3, 1425 / 1440, 0.5]]
  ] as const)('are read as parts of a day: %s', (_, cells, values) => {
    const table = one(cells)
    expect(numbersOf(table, 'x')).toEqual([...values])
    expect(columnType(columnNamed(table, 'x'))).toBe('date')
    expect(codes(table)).toContain('note.times')
  })
})

describe('durations', () => {
  it.each([
    ['beyond a day', ['26:10:00', '3:05:00', '00:45:00'], [94_200, 11_100, 2700]],
    ['beyond 24 minutes', ['26:10', '31:05', '22:59'], [1570, 1865, 1379]],
    ['with a fraction after the minutes', ['1:30.5', '0:59,25'], [90.5, 59.25]],
    ['with an hour of zero that nobody writes for midnight', ['0:05:12.5', '1:05:12'], [312.5, 3912]],
    ['without any hour', ['00:45:00', '00:05:30'], [2700, 330]],
    ['below zero', ['-0:30', '1:15'], [-30, 75]],
    ['as pandas writes them', ['0 days 00:05:12.500000', '1 days 02:00:00'], [312.5, 93_600]],
    ['in ISO 8601', ['PT1H30M', 'PT45S', 'P1DT1H'], [5400, 45, 90_000]],
    ['in units', ['1h 30m', '45 min', '2 h 5 s'], [5400, 2700, 7205]],
    ['in Chinese', ['1小时30分', '5分12秒', '40秒'], [5400, 312, 40]]
  ] as const)('are read as seconds: %s', (_, cells, values) => {
    const table = one(cells)
    expect(numbersOf(table, 'x')).toEqual([...values])
    expect(columnType(columnNamed(table, 'x'))).toBe('duration')
    expect(codes(table)).toContain('note.durations')
  })

  it.each([
    ['minutes that may be hours', ['1:30', '0:45', '2:10'], 'note.maybe-durations', 90],
    ['the first hours of a day', ['01:20:00', '00:45:00'], 'note.maybe-durations', 4800],
    ['with and without hours', ['9:30', '1:02:15'], 'note.maybe-durations', 570],
    ['minutes of ten and more', ['17:45', '21:10', '19:33'], 'note.maybe-times', 17.75 / 24],
    ['hours of one digit', ['9:31', '8:02'], 'note.maybe-times', 9.516666666666667 / 24]
  ] as const)('are doubtful: %s', (_, cells, code, first) => {
    expect(codes(one(cells))).toContain(code)
    expect(numbersOf(one(cells), 'x')[0]).toBeCloseTo(first, 12)
    const [seconds, parts] = (['duration', 'date'] as const).map((kind) => one(cells, { kinds: { x: kind } }))
    for (const table of [seconds, parts]) expect(codes(table)).not.toContain(code)
    expect(numbersOf(seconds, 'x')).not.toContain(NaN)
    expect(numbersOf(parts, 'x')).not.toContain(NaN)
  })

  it('ask in both languages', () => {
    const { code, details } = one(['1:30', '0:45']).notes[1]
    expect(sentence(code, details, 'en')).toBe(
      'Column `x`: is `1:30` (row 2) a duration of 90 seconds, or a time of day? Nothing in the column tells; it is read as a duration.'
    )
    expect(sentence(code, details, 'zh')).toBe('列 `x`：`1:30`（第 2 行）是 90 秒的时长，还是时刻？该列中没有依据；暂按时长读取。')
  })

  it('name a cell that is none', () => {
    const table = one([...Array.from({ length: 19 }, (_, i) => `${30 + i}:15`), 'DNF'])
    expect(told(table).at(-1)).toBe('Column `x` has durations, but 1 of its cells is none (row 21, `DNF`). Fix it before using the column.')
  })

  it.each([
    ['heights in feet and inches', [`5'11`, `6'02`]],
    ['ratios with other digits', ['16:9', '4:3']],
    ['scores', ['3:1', '2:2']],
    ['verses and addresses', ['aa:bb:cc', '10:20:30:40']]
  ])('are not %s', (_, cells) => expect(columnNamed(one(cells), 'x').kind).toBe('text'))
})

describe('integers beyond 2^53', () => {
  const text = `x,cls\n${lines(40, (i) => `${i},${9187643043065364480n + BigInt((i % 4) * 300)}`)}`

  it('stay text, each a class of its own', () => {
    const table = tableOf(text)
    expect(columnNamed(table, 'cls').kind).toBe('text')
    expect(prepare(table, suggestSettings(table, { target: 'cls' })).classCounts).toHaveLength(4)
    expect(told(table)).toEqual([
      'Column `cls` is read as text: its integers are too long to be held exactly as numbers (row 2, `9187643043065364480`).'
    ])
  })

  it.each([
    ['even where each is a number', ['9007199254740992', '9007199254740994']],
    ['negative ones', ['-9007199254740993', '5']],
    ['beside short ones', ['1', '2', '12345678901234567890']],
    ['beside a missing one', ['', '12345678901234567890']],
    ['with zeros before them', ['00009187643043065364480', '1']]
  ])('stay text %s', (_, cells) => expect(columnNamed(one(cells), 'x').kind).toBe('text'))

  it.each([
    ['beside fractions', ['12345678901234567890', '1.5'], {}],
    ['with an exponent', ['1.5e+20', '2'], {}],
    ['where they are asked for', ['12345678901234567890', '2'], { kinds: { x: 'number' } }]
  ] as const)('are numbers %s', (_, cells, options) => expect(columnNamed(one(cells, options), 'x').kind).toBe('number'))

  it('are found far from the beginning', () => {
    const late = tableOf(`id,y\n${lines(30_000, (i) => `${i < 29_000 ? i : `12345678901234567${i}`},a`)}`)
    expect(new Set(columnNamed(late, 'id').texts.kind === 'codes' ? ['codes'] : [])).toEqual(new Set(['codes']))
  })
})

describe('spellings', () => {
  const classes = (cells: readonly string[], options?: ReadOptions) => {
    const table = tableOf(`x;y\n${lines(40, (i) => `${i};"${cells[i % cells.length]}"`)}`, options)
    const { texts } = columnNamed(table, 'y')
    return { table, distinct: texts.kind === 'codes' ? texts.distinct : [] }
  }

  it.each([
    ['letter case', ['Yes', 'yes', 'No', 'no', 'YES'], 2],
    ['invisible characters', ['b', 'b\u200b'], 1],
    ['Unicode form', ['caf\u00e9', 'cafe\u0301'], 1],
    ['blanks', ['New York', 'New\u00a0York', 'Rome'], 2],
    ['full width', ['A', 'Ａ', 'B'], 2],
    ['Python and Excel', ['True', 'TRUE', 'False', 'FALSE'], 2]
  ])('that differ in %s are told, kept apart, and merged when asked', (_, cells, count) => {
    const { table, distinct } = classes(cells)
    expect(distinct).toHaveLength(cells.length)
    expect(codes(table)).toContain('note.spellings')
    const merged = classes(cells, { spellings: 'merge' })
    expect(merged.distinct).toHaveLength(count)
    expect(codes(merged.table)).toContain('note.merged-spellings')
    expect(codes(classes(cells, { spellings: 'keep' }).table)).not.toContain('note.spellings')
  })

  it('that look alike are shown with their codes', () => {
    expect(told(classes(['b', 'b\u200b']).table).at(-1)).toContain('(`b`, `b<U+200B>`)')
  })

  it('say nothing of values that differ', () => expect(codes(classes(['a', 'b', 'ä']).table)).not.toContain('note.spellings'))
})

describe('other twins among classes', () => {
  it.each([
    ['a final blank of another width', ['ja\u3000', 'ja']],
    ['a soft hyphen', ['co\u00ADop', 'coop']],
    ['letters of compatibility', ['\uFB01t', 'fit']],
    ['Cyrillic letter case', ['Да', 'да']],
    ['a mark of direction', ['\u200Fno', 'no']],
    ['composed Hangul', ['한', '\u1112\u1161\u11AB']]
  ])('%s', (_, cells) => {
    const table = tableOf(`x;y\n${lines(40, (i) => `${i};"${cells[i % 2]}"`)}`)
    const { texts } = columnNamed(table, 'y')
    // Blanks around a cell are no part of it.
    const count = new Set(cells.map((cell) => cell.trim())).size
    expect(texts.kind === 'codes' && texts.distinct).toHaveLength(count)
    expect(codes(table).includes('note.spellings')).toBe(count > 1)
  })
})
