import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AppError, weightFormatNames, type Note } from '#core'
import { holdFolder, isHeld } from './lock-folder'
import { finishReplacing, isReplacing } from './replace-together'
import { weightsFileName } from './run-files'

/** Times in milliseconds: between two looks, and until a process that brings files into their places is no longer waited for. */
const LOOK = 20
const PATIENCE = 2_000

/**
 * Puts the folder of a run in order before it is read, or that of a file of its weights: what a process that ended has left unfinished is
 * finished, and one that is at it is waited for, `patience` milliseconds at most. Returns what a reader should know about it.
 * Throws: flag, where it is still being written, or cannot be finished.
 */
export async function settleFolder(path: string, patience = PATIENCE): Promise<Note[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
  const folder = isFolder ? path : dirname(path)
  try {
    await settle(folder, patience)
  } catch (error) {
    if (error instanceof AppError && error.kind === 'file' && error.code !== 'file.unfinished') {
      throw new AppError('flag.unfinished-run', { path: folder, reason: error.details.reason ?? error.code })
    }
    throw error
  }
  if (!isFolder) return []
  const weights = weightFormatNames.map(weightsFileName).find((name) => existsSync(join(path, name)))
  return [
    ...((await isHeld(path).catch(() => false)) ? [{ code: 'note.run-in-use', details: { path } } as const] : []),
    ...(weights && !existsSync(join(path, 'summary.json')) ? [{ code: 'note.no-summary', details: { path, file: weights } } as const] : [])
  ]
}

async function settle(folder: string, patience: number): Promise<void> {
  for (const end = performance.now() + patience; await isReplacing(folder); await setTimeout(LOOK)) {
    const held = await holdFolder(folder).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'file.in-use') return null
      throw error
    })
    try {
      if (held) await finishReplacing(folder)
      else if (performance.now() > end) throw new AppError('flag.run-in-use', { path: folder })
    } finally {
      await held?.release()
    }
  }
}
