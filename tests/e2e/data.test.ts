import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copySample, useFolder } from './support/folders'
import { inEnglish, PATIENCE, type AppWindow } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** GBK of what a Chinese spreadsheet saves: Chinese heads, semicolons, decimal commas. */
const gbk = {
  身高: Buffer.of(0xc9, 0xed, 0xb8, 0xdf),
  体重: Buffer.of(0xcc, 0xe5, 0xd6, 0xd8),
  性别: Buffer.of(0xd0, 0xd4, 0xb1, 0xf0),
  男: Buffer.of(0xc4, 0xd0),
  女: Buffer.of(0xc5, 0xae)
}

type View = 'Table' | 'Columns' | 'Scatter' | 'Preprocessing' | 'Import'

describe('the data in the window', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  async function show(view: View): Promise<AppWindow> {
    const appWindow = window.current
    await appWindow.click('tab-data')
    await appWindow.find('data-view').getByText(view, { exact: true }).click()
    return appWindow
  }

  function write(name: string, content: string | Buffer): string {
    fs.writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }

  const cell = (row: number, column: number) =>
    window.current.page.locator(`[data-testid="data-table"] [aria-rowindex="${row + 2}"] [aria-colindex="${column + 2}"]`)

  describe('a GBK file with Chinese heads and decimal commas', () => {
    it('is read as it is meant, and trains', async () => {
      const appWindow = window.current
      const line = (...cells: (Buffer | string)[]) =>
        Buffer.concat([...cells.flatMap((one, i) => [Buffer.from(i === 0 ? '' : ';'), Buffer.from(one)]), Buffer.from('\r\n')])
      const rows = Array.from({ length: 40 }, (_, i) => line(`${150 + i},5`, `${45 + ((i * 7) % 30)},25`, i % 2 === 0 ? gbk.男 : gbk.女))
      await appWindow.openFile(write('体检 gbk.csv', Buffer.concat([line(gbk.身高, gbk.体重, gbk.性别), ...rows])))
      expect(await appWindow.find('target-select').inputValue()).toBe('性别')
      await show('Import')
      expect(await appWindow.find('read-encoding').inputValue()).toBe('gb18030')
      expect(await appWindow.find('read-separator').inputValue()).toBe(';')
      expect(await appWindow.find('read-decimal').getByRole('radio', { checked: true }).getAttribute('data-value')).toBe(',')
      await appWindow
        .find('notes')
        .getByText(/GB18030/)
        .waitFor()
      await show('Table')
      await expect.poll(() => cell(0, 0).innerText(), PATIENCE).toBe('150,5')
      await expect.poll(() => cell(1, 2).innerText(), PATIENCE).toBe('女')
      await appWindow.train()
      expect(await appWindow.figure('train-loss')).toBeGreaterThan(0)
    })

    it('can be read in another encoding, and back as found', async () => {
      const appWindow = await show('Import')
      await appWindow.find('read-encoding').selectOption('windows-1252')
      await appWindow.click('confirm-ok')
      await appWindow.page.locator('[data-testid="target-select"] option:checked', { hasText: 'ÐÔ±ð' }).waitFor({ state: 'attached' })
      await appWindow.page.getByRole('button', { name: 'Reset to detected' }).click()
      await appWindow.page.locator('[data-testid="target-select"] option:checked', { hasText: '性别' }).waitFor({ state: 'attached' })
    })
  })

  describe('penguins with missing values', () => {
    it('lose rows first, then keep them all with the mean', async () => {
      const appWindow = window.current
      await appWindow.openFile(copySample('penguins', folder))
      await appWindow.find('target-select').selectOption('species')
      await show('Preprocessing')
      await expect.poll(() => appWindow.find('dropped-rows').innerText(), PATIENCE).toBe('11')
      // What is changed while something else is looked at can be undone all the same.
      await appWindow.click('tab-check')
      await appWindow.find('missing-select').selectOption('mean')
      await appWindow.click('tab-data')
      await appWindow.find('pipeline').waitFor()
      await appWindow.find('dropped-rows').waitFor({ state: 'detached' })
      const rows = async () =>
        Number(await appWindow.find('train-rows').innerText()) + Number(await appWindow.find('test-rows').innerText())
      await expect.poll(rows, PATIENCE).toBe(344)
    })

    it('show what they are filled with, from the training rows', async () => {
      const appWindow = window.current
      const filled = appWindow.find('step-missing')
      await filled.getByText('bill_length_mm').waitFor()
      const rows = lines(fs.readFileSync(await save(appWindow, 'train', 'source', path.join(folder, 'train.csv')), 'utf8'))
      const at = rows[0].indexOf('bill_length_mm')
      const present = rows
        .slice(1)
        .map((row) => row[at])
        .filter((text) => text !== '')
        .map(Number)
      const mean = present.reduce((sum, x) => sum + x, 0) / present.length
      await expect.poll(() => filled.innerText(), PATIENCE).toContain(mean.toPrecision(6).replace(/0+$/, ''))
    })

    it('are undone step by step', async () => {
      const appWindow = window.current
      await appWindow.click('undo-missing')
      await expect.poll(() => appWindow.find('dropped-rows').innerText(), PATIENCE).toBe('11')
      await expect.poll(() => appWindow.find('missing-select').inputValue(), PATIENCE).toBe('drop')
    })

    it('save the very rows that the network is fed', async () => {
      const appWindow = window.current
      const prepared = lines(fs.readFileSync(await save(appWindow, 'test', 'prepared', path.join(folder, 'test-prepared.csv')), 'utf8'))
      expect(prepared).toHaveLength(84)
      expect(prepared[0].slice(0, 5)).toEqual(['row', 'island=Biscoe', 'island=Dream', 'island=Torgersen', 'bill_length_mm'])
      expect(new Set(prepared.slice(1).map((row) => row.at(-1)))).toEqual(new Set(['0', '1', '2']))
    })

    it('mark missing cells and test rows in the table', async () => {
      const appWindow = await show('Table')
      await expect.poll(() => cell(3, 2).innerText(), PATIENCE).toBe('missing')
      await expect.poll(() => cell(0, 2).innerText(), PATIENCE).toBe('39.1')
      const uses = appWindow.page.locator('[data-testid="data-table"] [role="rowheader"]', { hasText: 'test' })
      expect(await uses.count()).toBeGreaterThan(0)
    })

    it('are drawn as points', async () => {
      const appWindow = await show('Scatter')
      await appWindow.page.locator('[data-testid="scatter-plot"][data-points="342"]').waitFor()
      await appWindow.find('scatter-plot').focus()
      await appWindow.find('scatter-plot').press('ArrowRight')
      await expect
        .poll(() => appWindow.find('scatter-about').innerText(), PATIENCE)
        .toMatch(/^Line 2: bill_length_mm 39\.1, bill_depth_mm 18\.7, species Adelie/)
    })

    it('have a column looked at closely, and read as text', async () => {
      const appWindow = await show('Columns')
      await appWindow.click('column-flipper_length_mm')
      await appWindow
        .find('column-detail')
        .getByText(/^200\.91520467836/)
        .waitFor()
      await appWindow.find('column-kind').selectOption('text')
      await appWindow.find('column-detail').getByText('V with species').waitFor()
      await appWindow.find('column-kind').selectOption('found')
      await appWindow.find('column-detail').getByText('η with species').waitFor()
    })

    it('let rare classes count the same with one click', async () => {
      const appWindow = await show('Preprocessing')
      await appWindow.click('balance')
      // 250 / (3 · 51)
      await appWindow.find('class-balance').getByText('1.634').waitFor()
      await appWindow.click('balance')
      await appWindow.find('class-balance').getByText('1.634').waitFor({ state: 'detached' })
    })
  })

  describe('a broken file', () => {
    const broken = 'a,b,kind\n1,2,x\n3,4\n5,6,y\n7,8,x\n9,10,y\n'

    it('is refused with its row, and read without it at one click', async () => {
      const appWindow = window.current
      await appWindow.chooseFile(write('broken.csv', broken))
      await appWindow
        .find('error-banner')
        .filter({ hasText: /Row 3 has 2 fields; the header has 3/ })
        .waitFor()
      await appWindow.find('remedy').first().click()
      await checked(appWindow, 'broken.csv')
      await appWindow.find('error-banner').waitFor({ state: 'detached' })
      await show('Table')
      await expect.poll(() => appWindow.find('data-table').getAttribute('aria-rowcount'), PATIENCE).toBe('5')
    })

    it('is read when it was repaired', async () => {
      const appWindow = window.current
      await appWindow.openFile(write('repaired.csv', broken.replace('3,4\n', '3,4,y\n')))
      await expect.poll(() => appWindow.find('data-table').getAttribute('aria-rowcount'), PATIENCE).toBe('6')
      await appWindow.train()
    })
  })

  it('a table is pasted', async () => {
    const appWindow = window.current
    await appWindow.app.evaluate(({ clipboard }) => clipboard.writeText('x\ty\n1\ta\n2\tb\n3\ta\n4\tb\n'))
    await appWindow.click('paste')
    await appWindow.click('confirm-ok')
    await checked(appWindow, 'clipboard.csv')
    await show('Table')
    await expect.poll(() => cell(3, 1).innerText(), PATIENCE).toBe('b')
    await appWindow.app.evaluate(({ clipboard }) => clipboard.writeText('p,q\n1,a\n2,b\n3,a\n'))
    await appWindow.find('data-table').focus()
    await appWindow.page.keyboard.press('Control+V')
    await appWindow.page.locator('[data-testid="target-select"] option:checked', { hasText: 'q' }).waitFor({ state: 'attached' })
  })

  it('another missing token is taken up at once', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 30 }, (_, i) => `${i === 3 ? 'n/k' : i},${i % 2}`)
    await appWindow.chooseFile(write('tokens.csv', `a,kind\n${rows.join('\n')}\n`))
    await appWindow.page
      .getByText(/“n\/k” is not a number/)
      .first()
      .waitFor()
    await show('Import')
    await appWindow.find('missing-token').fill('n/k')
    await appWindow.find('missing-token').press('Enter')
    await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
    await show('Table')
    await expect.poll(() => cell(3, 0).innerText(), PATIENCE).toBe('n/k')
    expect(await cell(3, 0).getAttribute('class')).toContain('missing')
  })

  it('several columns are predicted at once, each in its own units', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('penguins')
    await appWindow
      .find('confirm-ok')
      .or(appWindow.page.locator('[data-testid="target-select"] option[value="species"]'))
      .first()
      .waitFor({ state: 'attached' })
    if (await appWindow.find('confirm-ok').isVisible()) await appWindow.click('confirm-ok')
    await appWindow.page.locator('[data-testid="target-select"] option[value="species"]:checked').waitFor({ state: 'attached' })
    await appWindow.find('target-select').selectOption('body_mass_g')
    await appWindow.page.getByText('→ 1 linear').waitFor()
    await appWindow.click('add-target')
    await appWindow.find('target-select-2').selectOption('flipper_length_mm')
    await appWindow.page.getByText('→ 2 linear').waitFor()
    await show('Preprocessing')
    await appWindow.find('step-columns').getByText('flipper_length_mm', { exact: true }).waitFor()
    await appWindow.train()
    expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.7)
  })
})

/** Waits until a file of that name is the open one. */
async function checked(appWindow: AppWindow, name: string): Promise<void> {
  await appWindow.page.locator('[data-testid="sample-select"] option:checked', { hasText: name }).waitFor({ state: 'attached' })
}

async function save(appWindow: AppWindow, side: string, form: string, file: string): Promise<string> {
  await appWindow.save(`save-${side}-${form}`, file)
  return file
}

/** The cells of a CSV file without quotes. */
function lines(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((row) => row.split(','))
}
