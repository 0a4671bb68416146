import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { trainInTerminal } from './support/command-line'
import { dropFile } from './support/drop'
import { useFolder } from './support/folders'
import { root } from './support/launch'
import { useAppWindow } from './support/use-app-window'

describe('a file that is dropped on the window', () => {
  const window = useAppWindow({ preferences: inEnglish })
  const folder = useFolder()
  const run = path.join(folder, 'run')
  const write = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }

  beforeAll(async () => {
    await trainInTerminal(run, ['--data', 'iris', '--hidden', '5', '--epochs', '7', '--learning-rate', '0.02'])
  })

  it('has settings, which undo takes back', async () => {
    const appWindow = window.current
    const before = await appWindow.find('learning-rate').inputValue()
    const file = JSON.parse(fs.readFileSync(path.join(run, 'experiment.json'), 'utf8')) as {
      data: unknown
      settings: Record<string, unknown>
    }
    const { data, settings } = file
    const own = write(
      'settings.json',
      JSON.stringify({ format: 'backprop-lab-settings', version: 1, data, settings: { ...settings, learningRate: 0.125 } })
    )
    await dropFile(appWindow, own)
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe('0.125')
    await appWindow.click('undo-button')
    await expect.poll(() => appWindow.find('learning-rate').inputValue(), PATIENCE).toBe(before)
  })

  it('opens as the run that it describes, with its weights', async () => {
    const appWindow = window.current
    await dropFile(appWindow, path.join(run, 'experiment.json'))
    await expect.poll(() => appWindow.epoch(), PATIENCE).toBe(7)
    expect(await appWindow.find('network-line').innerText()).toMatch(/^4 → 5 /)
  })

  it('asks before weights take the place of those trained, and goes on from them', async () => {
    const appWindow = window.current
    await appWindow.train(9)
    await dropFile(appWindow, path.join(run, 'weights.json'))
    await appWindow.waitFor('confirm-dialog')
    await appWindow.click('confirm-cancel')
    expect(await appWindow.epoch()).toBe(9)
    await dropFile(appWindow, path.join(run, 'weights.json'))
    await appWindow.click('confirm-ok')
    await expect.poll(() => appWindow.epoch(), PATIENCE).toBe(7)
  })

  it('has cases, the first of which the microscope shows, and what is open stays', async () => {
    const appWindow = window.current
    await dropFile(appWindow, path.join(root, 'tests', 'reference', 'gradient-cases.json'))
    await appWindow.waitFor('walk-about')
    await expect
      .poll(() => appWindow.find('walk-choice').locator('option:checked').innerText(), PATIENCE)
      .toBe('Case in gradient-cases.json')
    await appWindow.find('walk-choice').selectOption('next')
    await expect.poll(() => appWindow.find('walk-about').innerText(), PATIENCE).toMatch(/epoch 7/)
    await appWindow.find('walk-choice').selectOption('case')
    await expect.poll(() => appWindow.find('walk-about').innerText(), PATIENCE).not.toMatch(/epoch/)
  })

  it('has a program, which the graph shows', async () => {
    const appWindow = window.current
    await appWindow.openPage('workbench')
    await dropFile(
      appWindow,
      write('shared.json', '{"format": "backprop-lab-graph", "version": 1, "expression": "a * a + 1", "inputs": {"a": 3}}')
    )
    await expect.poll(() => appWindow.find('graph-text').inputValue(), PATIENCE).toBe('a * a + 1')
    await appWindow.openPage('workbench')
    expect(await appWindow.epoch()).toBe(7)
  })

  it.each([
    ['bp-000.lab.md', '---\nlab: bp-000  format: 1  app: >=0.2\n---\n', 'is a lab, not a table'],
    ['answers.jsonl', `{"format":1,"lab":"bp-000","labHash":"${'0'.repeat(64)}"}\n`, 'holds the answers to a lab'],
    ['cases.json', '[{"id": "a", "network": {"inputs": 0}}]', '[0].network.inputs']
  ])('is named for what it is where it cannot be opened: %s', async (name, text, said) => {
    const appWindow = window.current
    await dropFile(appWindow, write(name, text))
    await appWindow.page.getByText(said).first().waitFor()
    expect(await appWindow.epoch()).toBe(7)
  })
})
