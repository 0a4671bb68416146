import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { endingPrograms, hostilePrograms } from '../support/hostile-programs'
import { pythonRuntime } from '../support/python-inside'
import { twoLayers } from '../support/student-programs'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

const folders = temporaryFolders()

/** A right program has answered within this time, whatever ran before it, in milliseconds: Python may have to start anew. */
const ANSWER = { timeout: 60_000 }

describeIf(pythonRuntime, 'a hostile program in the window', () => {
  const window = useAppWindow({ preferences: { ...inEnglish, page: 'labs' }, errors: 'provoked' })
  const words = 'nobody outside may read this'
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.destroy()
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const sentence = () => window.current.find('labs-sentence').innerText()

  /** Puts a program in the place of what is there, and checks it to its end. */
  async function check(program: string): Promise<void> {
    const content = window.current.find('labs-editor').locator('.cm-content')
    await window.current.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), program)
    await content.press('Control+a')
    await content.press('Control+v')
    await content.press('Control+Enter')
    await window.current.find('labs-check').and(window.current.page.locator(':enabled')).waitFor(ANSWER)
  }

  it('of more than two hundred gets at nothing outside, and a right one is confirmed after each', async () => {
    const folder = join(folders(), 'machine')
    mkdirSync(folder)
    writeFileSync(join(folder, 'secret.txt'), words)
    await window.current.click('labs-view-backward')
    await window.current.waitFor('labs-editor')
    const broken: string[] = []
    for (const program of [...hostilePrograms, ...endingPrograms]) {
      const attempt = program
        .replaceAll('SECRET', join(folder, 'secret.txt'))
        .replaceAll('CANARY', join(folder, 'canary'))
        .replaceAll('FOLDER', folder)
        .replaceAll('PORT', String((server.address() as AddressInfo).port))
      await check(attempt)
      const seen = await window.current.find('labs-backward').innerText()
      if (seen.includes(words)) broken.push(program)
      await check(twoLayers)
      await expect.poll(sentence, { ...PATIENCE, message: `after ${program}` }).toContain('27 of 27 are confirmed')
    }
    expect(broken).toEqual([])
    expect(readdirSync(folder)).toEqual(['secret.txt'])
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe(words)
    expect(connections).toBe(0)
  }, 1_200_000)
})
