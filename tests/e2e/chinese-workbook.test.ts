import fs from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

type Cell = string | number

const cellXml = (cell: Cell) =>
  typeof cell === 'number' ? `<c><v>${cell}</v></c>` : cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${cell}</t></is></c>`
const sheetXml = (rows: readonly (readonly Cell[])[]) =>
  strToU8(`<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')}</sheetData></worksheet>`)

/** A workbook as laboratories keep them: a title, units in the names, dates and marks in Chinese, full-width digits, a total, more sheets. */
function workbook(): Uint8Array {
  const students = Array.from({ length: 60 }, (_, i): Cell[] => {
    const temperature = 20 + ((i * 7) % 100) / 10
    const score = i === 7 || i === 23 ? '缺考' : i === 31 ? '—' : 40 + ((i * 13) % 60)
    return [
      i + 1,
      `2024年${3 + (i % 9)}月${1 + (i % 28)}日`,
      temperature,
      i === 11 ? '１.５' : 1 + (i % 17) / 10,
      score,
      temperature > 25 ? '合格' : '不合格'
    ]
  })
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="实验数据" sheetId="1"/><sheet name="说明" sheetId="2"/></sheets></workbook>'
    ),
    'xl/worksheets/sheet1.xml': sheetXml([
      ['实验数据表'],
      ['序号', '日期', '温度(℃)', '质量(kg)', '成绩', '结论'],
      ...students,
      ['合计', '', '', 108.3, 4012, '']
    ]),
    'xl/worksheets/sheet2.xml': sheetXml([['温度由热电偶测得'], ['备注', '略']])
  })
}

describe('a workbook of a Chinese laboratory', () => {
  const window = useAppWindow({ preferences: { language: 'zh-CN', theme: 'light' } })
  const folder = useFolder()
  const file = path.join(folder, '实验数据.xlsx')

  it('opens with its doubts in front, each of which one press settles', async () => {
    fs.writeFileSync(file, workbook())
    const appWindow = window.current
    await appWindow.openFile(file)
    const notes = appWindow.find('notes')
    await notes.getByText('已跳过表格上方的 1 行标题').waitFor()
    await notes.getByText('末尾有 1 行看起来是合计或备注').waitFor()
    await notes.getByRole('button', { name: '略去这 1 行' }).click()
    await notes.getByText('已略去末尾的 1 行合计或备注').waitFor()
    await notes.getByRole('button', { name: '把“缺考”视为缺失' }).click()
    await appWindow.find('applied-remedy').filter({ hasText: '成绩' }).waitFor()
    expect(await notes.getByText('不是有限数').count()).toBe(0)
  })

  it('is learnt from: who has passed, by the temperature', async () => {
    const appWindow = window.current
    expect(await appWindow.find('target-select').inputValue()).toBe('结论')
    await expect.poll(() => appWindow.find('task-select').inputValue(), PATIENCE).toBe('classification')
    await appWindow.train(60)
    expect(await appWindow.figure('test-metric')).toBeGreaterThan(0.85)
  })

  it('is predicted from in its own names, with the range that it was trained on', async () => {
    const appWindow = window.current
    await appWindow.openTab('predict')
    await appWindow.pick('predict-way', 1)
    await appWindow.page.getByText(/^训练数据：20(\.\d)? 至 29(\.\d)?$/).waitFor()
    await appWindow.find('predict-温度(℃)').fill('２９.５')
    await expect.poll(() => appWindow.find('prediction-answer').innerText(), PATIENCE).toBe('合格')
  })
})
