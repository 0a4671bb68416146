import type { BrowserWindow } from 'electron'
import { AppError } from '#core'
import type { FileGrant, Preferences } from '#shared/contract'
import { chooseDestination, chooseFile, chooseFolder, chooseTable } from './dialogs'
import type { BridgeHandlers } from './ipc'

export interface FileHandlersOptions {
  readonly window: BrowserWindow
  readonly preferences: () => Preferences
  readonly issue: (path: string, mode: 'read' | 'write') => Promise<FileGrant>
  /** Grants a table, which is among the recent ones from then on. */
  readonly openTable: (path: string) => Promise<FileGrant>
  /** Whether a lab is worked on: then nothing else is opened or saved. */
  readonly isInLab: () => boolean
}

type FileHandlers = Pick<BridgeHandlers, 'chooseData' | 'chooseFile' | 'chooseFolder' | 'chooseSave' | 'grantDropped'>

/** The requests of the page in which the user chooses a file or a folder, each answered by a grant, or null where none was chosen. */
export function fileHandlers({ window, preferences, issue, openTable, isInLab }: FileHandlersOptions): FileHandlers {
  async function chosen(ask: () => Promise<string | null>, grant: (path: string) => Promise<FileGrant>): Promise<FileGrant | null> {
    requireNoLab()
    const path = await ask()
    return path === null ? null : grant(path)
  }
  function requireNoLab(): void {
    if (isInLab()) throw new AppError('request.lab-mode')
  }
  const reading = (path: string) => issue(path, 'read')
  const writing = (path: string) => issue(path, 'write')
  return {
    chooseData: () => chosen(() => chooseTable(window, preferences()), openTable),
    chooseFile: ({ kind }) => chosen(() => chooseFile(window, preferences(), kind), reading),
    chooseFolder: ({ purpose }) => chosen(() => chooseFolder(window, preferences(), purpose), writing),
    chooseSave: ({ name, extension }) => chosen(() => chooseDestination(window, preferences(), name, extension), writing),
    grantDropped: ({ path }) => {
      requireNoLab()
      // A file dragged from a browser or a mail has no path.
      if (path === '') throw new AppError('data.not-on-disk')
      return openTable(path)
    }
  }
}
