import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copySample, useFolder } from './support/folders'
import { inEnglish } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** Files that cannot be opened: what is in them, and what both languages must say, with row, column or byte. */
const unusable = {
  'empty.csv': { content: '', en: /file is empty/, zh: /文件是空的/ },
  'header only.csv': { content: 'a,b,c\n', en: /Row 1 is a header.*no data rows/, zh: /第 1 行是表头/ },
  'ragged.csv': {
    content: 'a,b,c\n1,2,x\n3,4\n5,6,y\n',
    en: /Row 3 has 2 fields; the header has 3/,
    zh: /第 3 行有 2 个字段，表头有 3 个/
  },
  'damaged 编码.csv': {
    content: Buffer.concat([Buffer.from('数,b\n字,1\n'), Buffer.of(0xff), Buffer.from(',2\n')]),
    en: /Byte 13 \(row 3, column 1\) is not UTF-8/,
    zh: /第 13 个字节（第 3 行第 1 列）不是 UTF-8/
  },
  'workbook.csv': {
    content: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
    en: /ZIP file is damaged/,
    zh: /ZIP 文件已损坏/
  },
  'quote.csv': {
    content: 'a,b\n1,"x\n2,y\n',
    en: /Row 2, column 2.*never closed/,
    zh: /第 2 行第 2 列.*没有闭合/
  }
} as const

describe('bad input', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()
  const inFolder = (name: string) => path.join(folder, name)
  let trained: object

  function write(name: string, content: string | Uint8Array): string {
    fs.writeFileSync(inFolder(name), content)
    return inFolder(name)
  }

  /** Whatever went wrong, the experiment from before is there as it was, and can go on. */
  async function expectUntouched(): Promise<void> {
    const appWindow = window.current
    expect(await appWindow.find('sample-select').inputValue()).toBe('iris')
    expect(await appWindow.find('status-pill').getAttribute('data-status')).toBe('finished')
    expect(await appWindow.figures()).toEqual(trained)
  }

  describe('a file that cannot be used', () => {
    it('comes upon a trained experiment', async () => {
      await window.current.train()
      trained = await window.current.figures()
    })

    it.each(Object.entries(unusable))('%s gets a sentence in either language and changes nothing', async (name, { content, en, zh }) => {
      const appWindow = window.current
      await appWindow.chooseFile(write(name, content))
      const banner = appWindow.find('error-banner')
      await banner.filter({ hasText: en }).waitFor()
      await appWindow.setLanguage('zh-CN')
      await banner.filter({ hasText: zh }).waitFor()
      await expectUntouched()
      await appWindow.click('dismiss-refusal')
      await banner.waitFor({ state: 'detached' })
      await appWindow.setLanguage('en')
    })

    it('that has gone meanwhile gets one too', async () => {
      const appWindow = window.current
      await appWindow.chooseFile(inFolder('gone.csv'))
      await appWindow.find('error-banner').filter({ hasText: 'There is no file' }).waitFor()
      await expectUntouched()
    })

    it('dropped on the window gets one too, and the next good one clears it', async () => {
      const appWindow = window.current
      await appWindow.chooseFile(copySample('iris', folder))
      await appWindow.click('confirm-ok')
      await appWindow.find('error-banner').waitFor({ state: 'detached' })
      await appWindow.waitForStatus('idle')
    })
  })

  describe('a table that cannot be trained on unchanged', () => {
    it('names row and column of text among numbers, and is usable without that column', async () => {
      const appWindow = window.current
      const rows = Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 11},${i % 2 === 0 ? 'yes' : 'no'}`)
      rows[17] = '17,n/k,no'
      await appWindow.chooseFile(write('text among numbers.csv', `a,b,answer\n${rows.join('\n')}\n`))
      await appWindow.page.getByText(/Row 19, column 2 \(“b”\): “n\/k” is not a number/).waitFor()
      expect(await appWindow.find('run-button').isDisabled()).toBe(true)
      await appWindow.find('feature-b').uncheck()
      await appWindow.page.getByText(/is not a number/).waitFor({ state: 'detached' })
      await appWindow.train()
    })

    it('names the target that has one class only', async () => {
      const appWindow = window.current
      await appWindow.chooseFile(write('one class.csv', 'a,b,kind\n1,2,x\n2,3,x\n3,5,x\n4,1,x\n'))
      await appWindow.click('confirm-ok')
      expect(await appWindow.errorBeside('target-select')).toMatch(/Only one class in “kind”: every row is “x”/)
      expect(await appWindow.find('run-button').isDisabled()).toBe(true)
      await appWindow.find('target-select').selectOption('a')
      await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
    })

    it('asks for a feature when none is chosen', async () => {
      const appWindow = window.current
      await appWindow.find('sample-select').selectOption('iris')
      await appWindow.page.getByText('4 → 16 tanh → 3 softmax').waitFor()
      await appWindow.page.getByRole('button', { name: 'None', exact: true }).click()
      await appWindow.page.getByText(/No feature is chosen/).waitFor()
      await appWindow.page.getByRole('button', { name: 'All', exact: true }).click()
      await appWindow.page.locator('[data-testid="run-button"]:enabled').waitFor()
    })
  })

  describe('a setting that makes no sense', () => {
    const nonsense = [
      {
        field: 'hidden-text',
        text: '0',
        en: /is 0; it must be a whole number from 1/,
        zh: /为 0；应为 1 到 4096 之间的整数/
      },
      {
        field: 'hidden-text',
        text: '16, many',
        en: /many; it must be a whole number/,
        zh: /many；应为 1 到 4096 之间的整数/
      },
      { field: 'units-1', text: '-3', en: /is -3; it must be a whole number from 1/, zh: /为 -3；应为 1/ },
      {
        field: 'learning-rate',
        text: 'NaN',
        en: /Learning rate is NaN; it must be a finite number above 0/,
        zh: /学习率\s*为 NaN；应为大于 0 的有限数/
      },
      { field: 'learning-rate', text: '', en: /Learning rate is "".*above 0/, zh: /学习率\s*为 ""/ },
      { field: 'learning-rate', text: '-0.1', en: /Learning rate is -0\.1/, zh: /学习率\s*为 -0\.1/ },
      { field: 'batch-size', text: '2.5', en: /Batch size is 2\.5; .* whole number/, zh: /批量大小\s*为 2\.5/ },
      { field: 'epochs', text: '0', en: /Epochs is 0/, zh: /训练轮数\s*为 0/ },
      { field: 'epochs', text: 'Infinity', en: /Epochs is Infinity/, zh: /训练轮数\s*为 Infinity/ },
      { field: 'l2', text: '-1', en: /L2 is -1/, zh: /L2 正则\s*为 -1/ },
      {
        field: 'test-share',
        text: '1',
        en: /Test fraction is 1; it must be at least 0 and below 1/,
        zh: /测试集比例\s*为 1；应不小于 0 且小于 1/
      },
      { field: 'seed-init', text: '1e99', en: /is 1e99/, zh: /为 1e99/ }
    ]

    it.each(nonsense)('$field "$text" is reported beside the field in either language and not used', async ({ field, text, en, zh }) => {
      const appWindow = window.current
      const before = await appWindow.find(field).inputValue()
      const network = await appWindow.find('network-line').innerText()
      await appWindow.type(field, text)
      expect(await appWindow.errorBeside(field)).toMatch(en)
      await appWindow.setLanguage('zh-CN')
      expect(await appWindow.errorBeside(field)).toMatch(zh)
      await appWindow.setLanguage('en')
      expect(await appWindow.find('network-line').innerText()).toBe(network)
      expect(await appWindow.find('error-banner').count()).toBe(0)
      await appWindow.type(field, before)
      await appWindow.page.locator(`[data-testid="${field}"]:not([aria-invalid="true"])`).waitFor()
    })

    it('is reported beside ε as well', async () => {
      const appWindow = window.current
      await appWindow.click('tab-check')
      await appWindow.type('epsilon', '0')
      await appWindow.click('check-button')
      await appWindow.page.getByRole('tabpanel').getByRole('alert').waitFor()
      await appWindow.type('epsilon', '1e-5')
      await appWindow.click('check-button')
      await appWindow.find('check-summary').waitFor()
    })
  })

  describe('a learning rate of 1e9', () => {
    it('stops training at the first number that is not finite, and names step, layer and tensor', async () => {
      const appWindow = window.current
      await appWindow.find('sample-select').selectOption('penguins')
      await appWindow.page.locator('[data-testid="target-select"] option[value="body_mass_g"]').waitFor({ state: 'attached' })
      await appWindow.find('target-select').selectOption('body_mass_g')
      await appWindow.page.getByText('→ 1 linear').waitFor()
      await appWindow.type('hidden-text', '')
      await appWindow.type('learning-rate', '1e9')
      await appWindow.page.getByText('No hidden layer: this is linear regression.').waitFor()
      await appWindow.click('run-button')
      await appWindow.waitForStatus('failed')
      const banner = appWindow.find('error-banner')
      await banner.filter({ hasText: /Training stopped: .* not finite at step \d+, layer 1\. The learning rate \(1e9\)/ }).waitFor()
      await appWindow.setLanguage('zh-CN')
      await banner.filter({ hasText: /训练已停止：第 \d+ 步、第 1 层/ }).waitFor()
      await appWindow.setLanguage('en')
    })

    it('leaves curves and weights of the last finite epoch, which can be saved', async () => {
      const appWindow = window.current
      await appWindow.exportWeights('json', inFolder('diverged.json'))
      const { tensors } = JSON.parse(fs.readFileSync(inFolder('diverged.json'), 'utf8')) as {
        tensors: Record<string, { data: number[] }>
      }
      expect(tensors.W1.data.every(Number.isFinite)).toBe(true)
      expect(await appWindow.find('run-button').isDisabled()).toBe(true)
    })

    it('is fixed by the remedy that the message offers, at one click', async () => {
      const appWindow = window.current
      await appWindow.click('failure-remedy')
      await appWindow.waitForStatus('finished')
      expect(Number(await appWindow.find('learning-rate').inputValue())).toBeLessThan(1)
      await appWindow.find('error-banner').waitFor({ state: 'detached' })
      expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.8)
    })
  })

  describe('a place that cannot be written', () => {
    it.each([
      { what: 'a folder that does not exist', file: 'nowhere/weights.npz', says: /folder does not exist/ },
      { what: 'a folder of that name', file: 'taken.npz', says: /there is a folder of that name/ },
      { what: 'a file where a folder should be', file: 'iris.csv/weights.npz', says: /a part of the path is a file/ }
    ])('($what) gets a sentence, and nothing is left half-written', async ({ file, says }) => {
      const appWindow = window.current
      fs.mkdirSync(inFolder('taken.npz'), { recursive: true })
      const before = fs.readdirSync(folder).sort()
      await appWindow.answerSaveDialogs(inFolder(file))
      await appWindow.click('tab-weights')
      await appWindow.click('export-npz')
      await appWindow
        .find('error-banner')
        .filter({ hasText: says })
        .filter({ hasText: inFolder(file) })
        .waitFor()
      expect(fs.readdirSync(folder).sort()).toEqual(before)
      await appWindow.find('error-banner').getByRole('button').click()
    })

    it('does not keep the next save from succeeding', async () => {
      const appWindow = window.current
      await appWindow.exportWeights('npz', inFolder('in the end.npz'))
      expect(fs.statSync(inFolder('in the end.npz')).size).toBeGreaterThan(100)
      expect(await appWindow.find('error-banner').count()).toBe(0)
    })

    it('is not asked for when the dialog is closed', async () => {
      const appWindow = window.current
      const before = fs.readdirSync(folder).sort()
      await appWindow.answerSaveDialogs(null)
      await appWindow.click('export-json')
      await appWindow.exportWeights('json', inFolder('after.json'))
      expect(fs.readdirSync(folder).sort()).toEqual([...before, 'after.json'].sort())
    })
  })
})
