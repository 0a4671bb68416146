import fs from 'node:fs'
import path from 'node:path'

/** Tables that the data sets of the app do not show: made anew each time, and the same each time. */

/** A small generator of numbers from 0 to 1 (a linear congruence modulo 2³¹): good enough to fill cells. */
function numbers(seed = 1) {
  let state = seed
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff
}

function write(
  folder: string,
  name: string,
  head: readonly string[],
  rows: number,
  row: (row: number, next: () => number) => readonly (string | number)[]
): string {
  const file = path.join(folder, name)
  const next = numbers()
  const out = fs.openSync(file, 'w')
  fs.writeSync(out, `${head.join(',')}\n`)
  for (let first = 0; first < rows; first += 5000) {
    const lines = Array.from({ length: Math.min(5000, rows - first) }, (_, i) => `${row(first + i, next).join(',')}\n`)
    fs.writeSync(out, lines.join(''))
  }
  fs.closeSync(out)
  return file
}

/** Some 100 MB: reading it takes longer than the 300 ms after which progress is shown, on a fast machine too. */
export function bigTable(folder: string): string {
  const head = Array.from({ length: 12 }, (_, i) => `x${i + 1}`)
  return write(folder, 'sensor-log.csv', [...head, 'state'], 1_000_000, (_, next) => {
    const cells = head.map(() => (20 * next() - 10).toFixed(5))
    return [...cells, Number(cells[0]) > Number(cells[1]) ? 'on' : 'off']
  })
}

/** Sixty columns with names that no place has room for. */
export function wideTable(folder: string): string {
  const head = Array.from({ length: 60 }, (_, i) => `mean_temperature_of_the_outer_casing_at_sensor_position_${i + 1}_in_degrees_celsius`)
  return write(
    folder,
    'a rather long name of a measurement campaign, second series, revised.csv',
    [...head, 'verdict_of_the_final_inspection'],
    120,
    (row, next) => [
      ...head.map((_, i) => (20 + i + 5 * next() + (row % 2)).toFixed(2)),
      row % 2 === 0 ? 'accepted without any further remark' : 'rejected'
    ]
  )
}

/** Chinese names, missing cells, texts and numbers. */
export function chineseTable(folder: string): string {
  return write(
    folder,
    '高一年级体质健康测试成绩.csv',
    ['身高（厘米）', '体重（千克）', '肺活量（毫升）', '五十米跑（秒）', '坐位体前屈（厘米）', '性别', '等级'],
    150,
    (row, next) => {
      const level = row % 3
      return [
        (155 + 25 * next()).toFixed(1),
        row % 17 === 0 ? '' : (48 + 20 * next()).toFixed(1),
        Math.round(2600 + 900 * level + 700 * next()),
        (9.4 - 0.7 * level - next()).toFixed(2),
        (4 + 5 * level + 6 * next()).toFixed(1),
        next() < 0.5 ? '男' : '女',
        ['及格', '良好', '优秀'][level]
      ]
    }
  )
}

/** Three labels a row. */
export function labelTable(folder: string): string {
  return write(folder, 'sky.csv', ['humidity', 'pressure', 'wind', 'rain', 'fog', 'storm'], 240, (_, next) => {
    const [humidity, pressure, wind] = [next(), next(), next()]
    const noise = () => 0.15 * (next() - 0.5)
    return [
      (100 * humidity).toFixed(1),
      (980 + 50 * pressure).toFixed(1),
      (25 * wind).toFixed(1),
      Number(humidity - pressure + noise() > 0.1),
      Number(humidity - wind + noise() > 0.25),
      Number(wind - pressure + noise() > 0.2)
    ]
  })
}

/** Numbers that are very small, very large, or both. */
export function extremeTable(folder: string): string {
  return write(folder, 'extremes.csv', ['charge_in_coulomb', 'distance_in_metres', 'count', 'force'], 200, (_, next) => {
    const [charge, distance] = [1 + next(), 1 + next()]
    return [
      `${(1.6 * charge).toFixed(4)}e-19`,
      `${(9.46 * distance).toFixed(4)}e15`,
      Math.round(1e12 * next()),
      `${((charge / distance) * 2.3).toFixed(5)}e-38`
    ]
  })
}

/** A file that cannot be read as it is: one row is a cell short. */
export function raggedTable(folder: string): string {
  const file = path.join(folder, 'ragged.csv')
  fs.writeFileSync(file, 'length,width,kind\n1.5,2.5,a\n3.5,4.5\n5.5,6.5,b\n')
  return file
}

/** Cells that can be meant in more than one way: marks of numbers, day or month, units, spellings. */
export function doubtfulTable(folder: string): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const price = i === 7 ? '17.5' : `1 ${String(100 + i)},${String(10 + (i % 80))}`
    const mass = i % 9 === 4 ? 'n/k' : `${12 + i} kg`
    return [price, `0${1 + (i % 9)}/0${1 + (i % 7)}/2024`, mass, ['Yes', 'yes', 'No', 'no '][i % 4]].join(';')
  })
  const file = path.join(folder, 'doubtful.csv')
  fs.writeFileSync(file, `price;day;mass;answer\n${rows.join('\n')}\n`)
  return file
}

/** Twenty columns, each in doubt for another cell, and one whose name is longer than any place. */
export function manyDoubtsTable(folder: string): string {
  const odd = (column: number, row: number): string => {
    if (row % 5 !== column % 5) return String((row * (column + 3)) % 97)
    return ['n/k', '未测', 'see remark 3', '—?', 'ca. 12'][column % 5]
  }
  const head = Array.from({ length: 20 }, (_, i) =>
    i === 4 ? 'mean_temperature_of_the_outer_casing_at_the_first_sensor' : `测量值${i + 1}`
  )
  return write(folder, '问卷调查 2024 年春季.csv', [...head, '结果'], 60, (row) => [
    ...head.map((_, column) => odd(column, row)),
    ['合格', '不合格', '合格 '][row % 3]
  ])
}
