import { rmSync } from 'node:fs'

/** The temporary files and folders, and the locks, that this process would leave behind if it ended now. */
const leavings = new Set<string>()

/** The steps under way that must not be left half done. */
let uninterruptible = 0
let waiting: (() => void) | null = null

/** Notes a path that is to go if the process ends early; returns a function that takes the note back. */
export function noteLeaving(path: string): () => void {
  leavings.add(path)
  return () => void leavings.delete(path)
}

/** Does something that takes a moment and must not be left half done. */
export async function uninterrupted<T>(act: () => Promise<T>): Promise<T> {
  uninterruptible++
  try {
    return await act()
  } finally {
    if (--uninterruptible === 0) waiting?.()
  }
}

/** Removes what this process would leave behind and then calls `end`, as soon as nothing is under way that must not be left half done. */
export function leave(end: () => void): void {
  waiting = () => {
    for (const path of leavings) removeQuietly(path)
    end()
  }
  if (uninterruptible === 0) waiting()
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // The next start sweeps it.
  }
}
