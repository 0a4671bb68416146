import { expect, it } from 'vitest'
import { describeIf } from '../support/conditions'
import { crashingPrograms } from '../support/hostile-programs'
import { pythonRuntime } from '../support/python-inside'
import { twoLayers } from '../support/student-programs'
import { inEnglish, PATIENCE } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** A program is ended after ten seconds, and Python starts anew. */
const ANSWER = { timeout: 60_000 }

const EDITOR = `document.querySelector('[data-testid=labs-editor]').shadowRoot.querySelector('.cm-content')`

describeIf(pythonRuntime, 'a program that brings its process down', () => {
  const window = useAppWindow({ preferences: { ...inEnglish, page: 'labs' }, errors: 'provoked' })

  it.each(crashingPrograms)(
    'is ended, and a right one is confirmed in another: %s',
    async (program) => {
      const { app } = window.current
      await window.current.click('labs-view-backward')
      await window.current.find('labs-editor').locator('.cm-content').waitFor()
      // For the driver of these tests a page is lost with the process of a frame in it; main still sees it.
      const inPage = (code: string) =>
        app.evaluate<unknown, string>(
          ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(text),
          code
        )
      const paste = (text: string) =>
        app.evaluate(({ BrowserWindow, clipboard }, written) => {
          clipboard.writeText(written)
          const { webContents } = BrowserWindow.getAllWindows()[0]
          webContents.selectAll()
          webContents.paste()
        }, text)
      async function check(text: string): Promise<void> {
        await paste(text)
        await expect.poll(() => inPage(`${EDITOR}.innerText`), PATIENCE).toContain(text.split('\n')[0])
        await inPage(`void document.querySelector('[data-testid=labs-check]').click()`)
      }
      const outcome = () => inPage(`document.querySelector('[data-testid=labs-outcome]').innerText`)
      await inPage(`void ${EDITOR}.focus()`)
      await check(program)
      await expect.poll(outcome, ANSWER).toContain('stopped after 10 s')
      expect(window.current.takeErrors()).toEqual(['the page crashed'])
      await check(twoLayers)
      await expect.poll(outcome, ANSWER).toContain('27 of 27 are confirmed')
    },
    180_000
  )
})
