import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFolder } from './support/folders'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

describe('a sample that is typed in', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()

  it('begins from a row of the file, with its decimal commas, and is answered alike', async () => {
    const appWindow = window.current
    const rows = Array.from({ length: 60 }, (_, i) => `${150 + i},5;${['Biscoe', 'Dream', 'True'][i % 3]};${i % 2 === 0 ? 'p' : 'q'}`)
    const file = path.join(folder, 'commas.csv')
    fs.writeFileSync(file, `height;island;kind\n${rows.join('\n')}\n`)
    await appWindow.openFile(file)
    await appWindow.train(20)
    await appWindow.openTab('predict')
    const answer = appWindow.find('prediction-answer')
    const bars = () => appWindow.find('prediction').locator('section').first().innerText()
    await answer.waitFor()
    const shares = (text: string) => text.match(/[\d.]+ %/g)
    const picked = shares(await bars())
    await appWindow.pick('predict-way', 1)
    await appWindow.find('predict-height').waitFor()
    expect(await appWindow.find('predict-height').inputValue()).toMatch(/^\d{3},5$/)
    await expect.poll(async () => shares(await bars()), PATIENCE).toEqual(picked)
    await appWindow.page.getByText('in training: 150.5 to 208.5').waitFor()
  })

  it('has its categories chosen from those known', async () => {
    const appWindow = window.current
    const island = appWindow.find('predict-island')
    expect(await island.locator('option').allInnerTexts()).toEqual(['Biscoe', 'Dream', 'True'])
    await island.selectOption('True')
    await appWindow.page.getByText('3 known categories').waitFor()
  })

  it('tells of a number far outside the data, beside its field, and in either language', async () => {
    const appWindow = window.current
    await appWindow.find('predict-height').fill('15000,5')
    await appWindow.page.getByText(/^far outside the training data/).waitFor()
    await appWindow.setLanguage('zh-CN')
    await appWindow.page.getByText(/^远超训练数据的范围/).waitFor()
    await appWindow.setLanguage('en')
    await appWindow.find('predict-height').fill('160,5')
    await appWindow.page
      .getByText(/far outside/)
      .first()
      .waitFor({ state: 'detached' })
  })
})
