import path from 'node:path'
import type { AppWindow } from './app-window'

/** Drops a file as the system's file manager does: Chromium itself makes the File, with its path. */
export async function dropFile(appWindow: AppWindow, file: string): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await dragFile(appWindow, type, file)
}

/** One event of dragging a file over the window. */
export async function dragFile(appWindow: AppWindow, type: 'dragEnter' | 'dragOver' | 'drop', file: string): Promise<void> {
  const session = await appWindow.page.context().newCDPSession(appWindow.page)
  const data = { items: [], files: [path.resolve(file)], dragOperationsMask: 1 }
  await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await session.detach()
}
