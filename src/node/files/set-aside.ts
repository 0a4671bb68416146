import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Moves the files of a folder that `isMoved` picks into a new folder in it named `unreadable-NAME`, with a number where there is one already.
 * Returns the new folder's path. Throws the system's error.
 */
export async function setAside(folder: string, name: string, isMoved: (file: string) => boolean): Promise<string> {
  const files = await readdir(folder)
  const wanted = `unreadable-${name}`
  let place = wanted
  for (let number = 2; files.includes(place); number++) place = `${wanted}-${number}`
  const path = join(folder, place)
  await mkdir(path)
  for (const file of files.filter(isMoved)) await rename(join(folder, file), join(path, file))
  return path
}
