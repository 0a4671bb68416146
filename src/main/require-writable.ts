import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes a folder where it is missing, and writes a file that is removed at once: permissions alone do not tell. Throws the system's error. */
export function requireWritable(folder: string): void {
  makeFolder(folder)
  // Named as one of our temporaries, so that it is swept where it stays.
  const probe = join(folder, `.${randomUUID()}.tmp`)
  writeFileSync(probe, '')
  rmSync(probe)
}

/** Node's own `recursive` does not come back from a folder in which none can be made, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  mkdirSync(path)
}
