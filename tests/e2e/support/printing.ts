import type { AppWindow } from './app-window'

/** Presses the key of Print, and stands for the printer, which is done when the returned function is called. */
export async function startPrinting(appWindow: AppWindow): Promise<() => Promise<void>> {
  await appWindow.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]
    const kept = globalThis as unknown as { finishPrinting?: () => void }
    webContents.print = (_options, done) => (kept.finishPrinting = () => done?.(true, ''))
  })
  await appWindow.page.keyboard.press('Control+p')
  await appWindow.find('print-sheet').waitFor({ state: 'attached' })
  return async () => {
    await appWindow.app.evaluate(() => (globalThis as unknown as { finishPrinting: () => void }).finishPrinting())
    await appWindow.find('print-sheet').waitFor({ state: 'detached' })
  }
}
