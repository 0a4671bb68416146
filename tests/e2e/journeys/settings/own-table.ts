/** The columns of the table that is made for these tests. */
export const COLUMNS = ['x', 'y', 'colour', 'part', 'other_part', 'weight', 'grade', 'tall', 'wide', 'heavy']
const WHOLE_NUMBERS = [1, 2, 3]

/** Sixty rows of numbers, texts and answers, with some numbers missing, and two columns that say which rows are for testing. */
export function ownTable(): string {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no')
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [x, y] = [((i * 37) % 60) / 10, ((i * 11) % 60) / 10]
    const weight = 50 + 3 * x + 2 * y
    const grade = WHOLE_NUMBERS[Math.min(2, Math.floor((x + y) / 4))]
    return [
      i % 20 === 7 ? '' : x,
      y,
      ['red', 'green', 'blue'][(i * 7) % 3],
      i % 4 === 0 ? 'test' : 'train',
      i % 5 === 0 ? 'test' : 'train',
      weight.toFixed(1),
      grade,
      yesNo(y > 3),
      yesNo(x > 3),
      yesNo(weight > 65)
    ].join(',')
  })
  return `${COLUMNS.join(',')}\n${rows.join('\n')}\n`
}
