import { stat } from 'node:fs/promises'
import { AppError } from '#core'

/**
 * Requires that no file which is to be written is one that is read, under whatever name: links are followed.
 * Throws: file, naming the output.
 */
export async function requireDistinct(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const read = new Set((await Promise.all(inputs.map(identityOf))).filter((identity) => identity !== null))
  for (const path of outputs) {
    const identity = await identityOf(path)
    if (identity !== null && read.has(identity)) throw new AppError('file.is-input', { path })
  }
}

/** A file's device and number, which all of its names share; null where there is none. */
async function identityOf(path: string): Promise<string | null> {
  return stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => null
  )
}
