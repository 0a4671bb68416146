import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import * as v from 'valibot'
import { writeAtomically } from '../node/files/write-atomically'

/** Maximum number of entries: as many as fit in a menu. */
const MOST = 8

const schema = v.pipe(v.array(v.pipe(v.string(), v.check(isAbsolute))), v.maxLength(MOST))

/** The recently opened tables, the latest first. Their paths stay in main: the page gets a grant for the one that is chosen. */
export interface RecentFiles {
  readonly paths: readonly string[]
  add(path: string): void
  remove(path: string): void
  clear(): void
}

/** Opens the list stored in a file; an unreadable one is replaced by an empty one. `onChange` is called on every change. */
export function openRecentFiles(file: string, onChange: () => void): RecentFiles {
  let paths = read(file)
  const change = (next: readonly string[]): void => {
    paths = next.slice(0, MOST)
    // A list that cannot be stored is no reason to disturb the user.
    writeAtomically(file, JSON.stringify(paths)).catch(() => undefined)
    onChange()
  }
  return {
    get paths() {
      return paths
    },
    add: (path) => isAbsolute(path) && change([path, ...paths.filter((one) => one !== path)]),
    remove: (path) => change(paths.filter((one) => one !== path)),
    clear: () => change([])
  }
}

function read(file: string): readonly string[] {
  try {
    const result = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')))
    return result.success ? result.output : []
  } catch {
    return []
  }
}
