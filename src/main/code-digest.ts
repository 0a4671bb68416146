import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#core'

const ARCHIVE = 'app.asar'

/**
 * Compares the app's code in a folder of resources with the SHA-256 that the package was built with, which lies beside it. Returns null, or
 * what is wrong. Electron itself checks this on macOS and Windows, not on Linux. It finds damage, not an attacker, who can write both files.
 */
export function codeProblem(resources: string): AppError | null {
  const path = join(resources, ARCHIVE)
  try {
    const wanted = readFileSync(`${path}.sha256`, 'utf8').trim()
    return digestOf(path) === wanted ? null : new AppError('file.damaged-code', { path })
  } catch {
    return new AppError('file.damaged-code', { path })
  }
}

function digestOf(path: string): string {
  // Electron shows such a file as the folder that is packed in it.
  process.noAsar = true
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } finally {
    process.noAsar = false
  }
}
