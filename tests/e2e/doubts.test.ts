import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'
import { xlsxOf, xlsxRows } from '../support/workbooks'

/** A column in doubt, its note, a remedy, and what that changes. */
interface Doubt {
  readonly what: string
  /** The rows of a file with the columns `x`, `odd` and `kind`; the cell of `odd` by its row. */
  readonly odd: (row: number) => string
  readonly note: RegExp
  readonly remedy: RegExp
  readonly applied: RegExp
}

const doubts: readonly Doubt[] = [
  {
    what: 'a mark among numbers',
    odd: (row) => (row % 4 === 1 ? 'n/k' : String(row)),
    note: /“odd” is read as text, although 30 of its 40 cells are numbers .*“n\/k”/,
    remedy: /Treat “n\/k” as missing/,
    applied: /odd: .* → integer/
  },
  {
    what: 'a cell that is no number',
    odd: (row) => (row === 17 ? '12abc' : String(row)),
    note: /“odd” is numeric, but 1 of its cells is not a finite number/,
    remedy: /Treat “12abc” as missing/,
    applied: /odd: missing 0 → 1/
  },
  {
    what: 'dates that may begin with the day or the month',
    odd: (row) => `0${1 + (row % 9)}/0${1 + (row % 7)}/2024`,
    note: /“odd”: is “02\/03\/2024”|“odd”: is “0\d\/0\d\/2024”/,
    remedy: /is 2024-0\d-0\d/,
    applied: /Done: “0\d\/0\d\/2024” is 2024/
  },
  {
    what: 'other spellings of a value',
    odd: (row) => ['Yes', 'yes', 'No', 'no '][row % 4],
    note: /“odd”: some values differ only in letter case, blanks/,
    remedy: /Merge them/,
    applied: /odd: .*(4 → 2|→ yes\/no)/
  },
  {
    what: 'a mark of missing values that may be a value',
    odd: (row) => ['无', '有', '轻度'][row % 3],
    note: /“odd”: 14 cells “无” are taken for missing/,
    remedy: /“无” is a value/,
    applied: /odd: missing 14 → 0/
  },
  {
    what: 'durations that may be times of day',
    odd: (row) => `${1 + (row % 4)}:${String((7 * row) % 60).padStart(2, '0')}`,
    note: /“odd”: is “1:00” \(row 2\) a duration of 60 seconds, or a time of day\?/,
    remedy: /Read odd as times of day/,
    applied: /odd: duration → date or time/
  },
  {
    what: 'times of day that may be durations',
    odd: (row) => `${8 + (row % 3)}:${String((11 * row) % 60).padStart(2, '0')}`,
    note: /“odd”: is “8:00” \(row 2\) a time of day, or a duration of 480 seconds\?/,
    remedy: /Read odd as durations/,
    applied: /odd: date or time → duration/
  },
  {
    what: 'integers that may be dates',
    odd: (row) => String(20240101 + (row % 28)),
    note: /“odd”: is “20240101” \(row 2\) the date 2024-01-01\?/,
    remedy: /Read odd as dates/,
    applied: /odd: integer → date or time/
  },
  {
    what: 'integers too long for numbers',
    odd: (row) => `91876430430653644${String(10 + row)}`,
    note: /“odd” is read as text: its integers are too long/,
    remedy: /Read odd as numbers/,
    applied: /odd: .* → number/
  },
  {
    what: 'numbers with several units',
    odd: (row) => `${row + 1} ${row % 2 === 0 ? 'kg' : 'lb'}`,
    note: /“odd” is read as text: its numbers have different units/,
    remedy: /Read odd as text/,
    applied: /odd: .* → text/
  },
  {
    what: 'a mark between digits',
    odd: (row) => `1,${String(200 + row)}`,
    note: /is “1,20\d” 120\d or 1\.20?\d*\?/,
    remedy: /“1,20\d” is 120\d/,
    applied: /odd: .* → integer/
  }
]

describe('a file with something to be decided', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  function write(name: string, text: string): string {
    fs.writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }

  beforeEach(() => window.current.click('tab-check'))

  it.each(doubts)(
    '($what) comes in front; one press decides, says what changed, and can be undone',
    async ({ what, odd, note, remedy, applied }) => {
      const appWindow = window.current
      const rows = Array.from({ length: 40 }, (_, row) => `${row * 3};${odd(row)};${row % 2 === 0 ? 'a' : 'b'}`)
      await appWindow.openFile(write(`${what}.csv`, `x;odd;kind\n${rows.join('\n')}\n`))
      await appWindow.page.locator('[data-testid="tab-data"][aria-selected="true"]').waitFor()
      const doubtful = appWindow.find('notes').getByRole('listitem').filter({ hasText: note })
      await doubtful.getByRole('button', { name: remedy }).first().click()
      await appWindow.find('applied-remedy').filter({ hasText: applied }).waitFor()
      await doubtful.waitFor({ state: 'detached' })
      await appWindow.click('undo-remedy')
      await doubtful.waitFor()
      expect(await appWindow.find('applied-remedy').count()).toBe(0)
    }
  )

  it('leaves hidden rows of a workbook out, and reads them again', async () => {
    const appWindow = window.current
    const rows = [['x', 'y', 'kind'], ...Array.from({ length: 40 }, (_, row) => [row, (row * 7) % 11, 'ab'[row % 2]])]
    const file = path.join(folder, 'filtered.xlsx')
    fs.writeFileSync(file, xlsxOf({ data: xlsxRows(rows, [5, 6, 9]) }))
    await appWindow.openFile(file)
    const notes = appWindow.find('notes')
    await notes.getByRole('button', { name: 'Leave the 3 rows out' }).click()
    await notes.getByText('3 hidden or filtered rows of the sheet are left out (first: row 5).').waitFor()
    await appWindow.page.getByText('37 rows × 3 columns').first().waitFor()
    await appWindow.click('undo-remedy')
    await notes.getByText('3 hidden or filtered rows of the sheet are read too (first: row 5).').waitFor()
    await notes.getByRole('button', { name: 'Leave the 3 rows out' }).click()
    await notes.getByRole('button', { name: 'Read the 3 rows' }).click()
    await appWindow.page.getByText('40 rows × 3 columns').first().waitFor()
  })

  it('skips the settings of an instrument above a table from the banner that stands in the way of training', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 40 }, (_, row) => `${row / 10},${(row * 7) % 11}`)
    await appWindow.openFile(
      write('scope.csv', `Record Length,2500\nSample Interval,1e-6\nVertical Units,V\nTIME,CH1\n${rows.join('\n')}\n`)
    )
    const remedies = appWindow.find('remedy')
    await expect.poll(() => remedies.allInnerTexts(), PATIENCE).toEqual(['Skip the first 3 rows'])
    await remedies.click()
    await appWindow.page.getByText('40 rows × 2 columns').first().waitFor()
    await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
  })

  it('leaves totals and repeated rows out, and takes that back', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 40 }, (_, row) => `${row % 20},${(row * 7) % 20},${row % 2}`)
    await appWindow.openFile(write('totals.csv', `no,x,kind\n${rows.join('\n')}\n合计,,20\n`))
    await appWindow.page.locator('[data-testid="tab-data"][aria-selected="true"]').waitFor()
    const notes = appWindow.find('notes')
    await notes.getByRole('button', { name: 'Leave the row out' }).click()
    await notes.getByRole('button', { name: 'Keep the row' }).waitFor()
    const repeats = notes.getByRole('paragraph').filter({ hasText: 'training rows repeat earlier ones' })
    await repeats.getByRole('button', { name: 'Leave repeated rows out' }).click()
    await notes.getByText('20 rows that repeat earlier ones are left out').waitFor()
    await appWindow.click('undo-remedy')
    await repeats.waitFor()
  })

  it('excludes a feature that gives the target away, and takes it back', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 60 }, (_, row) => `${row + 1},${(row * 7) % 11},${row < 30 ? 'a' : 'b'}`)
    await appWindow.openFile(write('sorted.csv', `no,x,kind\n${rows.join('\n')}\n`))
    await appWindow.page.locator('[data-testid="tab-data"][aria-selected="true"]').waitFor()
    await appWindow.click('note-leave-out')
    await expect.poll(() => appWindow.find('feature-no').isChecked(), PATIENCE).toBe(false)
    await appWindow.click('undo-remedy')
    await expect.poll(() => appWindow.find('feature-no').isChecked(), PATIENCE).toBe(true)
  })

  it('asks whether the first row has names, and leaves the tab where nothing is to be decided', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 40 }, (_, row) => `${row},${(row * 7) % 11},${row % 2}`)
    await appWindow.openFile(write('numbers.csv', `${rows.join('\n')}\n`))
    await appWindow.page.locator('[data-testid="tab-data"][aria-selected="true"]').waitFor()
    await appWindow.find('notes').getByRole('button', { name: 'Row 1 has the names' }).click()
    await expect
      .poll(() => appWindow.find('read-header').getByRole('radio', { checked: true }).getAttribute('data-value'), PATIENCE)
      .toBe('yes')
    await appWindow.click('tab-check')
    await appWindow.openFile(
      write('plain.csv', `a,b,kind\n${rows.map((row) => row.replace(/.$/, (last) => (last === '0' ? 'p' : 'q'))).join('\n')}\n`)
    )
    await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
    expect(await appWindow.find('tab-check').getAttribute('aria-selected')).toBe('true')
  })

  it('has every import option within reach of the keyboard', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 30 }, (_, row) => `${row},${row % 3 === 0 ? 'Yes' : 'yes'},${row % 2 === 0 ? 'p' : 'q'}`)
    await appWindow.openFile(write('options.csv', `a,b,kind\n${rows.join('\n')}\n`))
    await appWindow.find('more-reading').focus()
    await appWindow.page.keyboard.press('Enter')
    await appWindow.find('read-spellings').getByRole('radio', { checked: true }).focus()
    await appWindow.page.keyboard.press('ArrowRight')
    await appWindow
      .find('notes')
      .getByText(/are merged into the most frequent spelling/)
      .waitFor()
    await appWindow.find('notes').getByRole('button', { name: 'Keep them apart' }).click()
    await appWindow
      .find('notes')
      .getByText(/are merged/)
      .waitFor({ state: 'detached' })
    await appWindow.enter('read-skip', '2')
    await appWindow.page.getByText('29 rows × 3 columns').first().waitFor()
    await appWindow.enter('read-skip', '0')
    await appWindow.page.getByText('30 rows × 3 columns').first().waitFor()
    await appWindow.find('read-dates').getByText('Month first').click()
    await appWindow.find('read-dates').getByRole('radio', { name: 'Month first', checked: true }).waitFor()
    await appWindow.page.getByRole('button', { name: 'Reset to detected' }).click()
    await appWindow.page.getByRole('button', { name: 'Reset to detected' }).waitFor({ state: 'detached' })
  })
})
