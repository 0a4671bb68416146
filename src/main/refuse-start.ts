import { app, dialog } from 'electron'
import type { AppError } from '#core'

/** The exit code where the app cannot start as it was asked to. */
const REFUSED = 2

/** Says in a dialog and on stderr why the app does not start, and ends it with exit code 2, however the dialog is closed. */
export async function refuseStart(problem: AppError): Promise<void> {
  app.once('before-quit', () => app.exit(REFUSED))
  await app.whenReady()
  const message = problem.sentence(app.getLocale().startsWith('zh') ? 'zh' : 'en')
  console.error(message)
  await dialog.showMessageBox({ type: 'error', title: 'Backprop Lab', message })
  app.exit(REFUSED)
}
