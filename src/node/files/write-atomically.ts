import { writeFile } from 'node:fs/promises'
import { stageFile, type Fill, type StagedFile } from './replace-file'
import { writeError } from './system-errors'

const filledWith =
  (content: Uint8Array | string): Fill =>
  (file, isNew) =>
    writeFile(file, content, { flag: isNew ? 'wx' : 'w' })

/**
 * Writes a file so that at every moment the old content or the new one is there as a whole: see replaceFile.
 * Throws: file; then the old content is untouched.
 */
export function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  return writeTogether([[path, content]], () => Promise.resolve())
}

/**
 * Writes several files that belong together: none is touched, and `prepare` is not called, before all of them are on the disk beside their
 * places; then they come into their places in order.
 * Throws: file; then nothing is touched unless the system refuses a rename.
 */
export async function writeTogether(
  files: readonly (readonly [path: string, content: Uint8Array | string])[],
  prepare: () => Promise<void>
): Promise<void> {
  const staged: { readonly path: string; readonly file: StagedFile }[] = []
  let current = ''
  try {
    for (const [path, content] of files) {
      current = path
      staged.push({ path, file: await stageFile(path, filledWith(content)) })
    }
    await prepare()
    for (const { path, file } of staged) {
      current = path
      await file.commit()
    }
  } catch (error) {
    await Promise.all(staged.map(({ file }) => file.discard()))
    throw writeError(current, error)
  }
}
