import { basename, dirname, isAbsolute } from 'node:path'
import * as v from 'valibot'
import type { StartProblem } from '#shared/contract'
import { StateFile } from '../node/files/state-file'
import { storedJson } from '../node/files/stored-json'

/** Maximum number of entries: as many as fit in a menu. */
const MOST = 8

const schema = v.pipe(v.array(v.pipe(v.string(), v.check(isAbsolute))), v.maxLength(MOST))

/** The recently opened tables, the latest first. Their paths stay in main: the page gets a grant for the one that is chosen. */
export interface RecentFiles {
  readonly paths: readonly string[]
  readonly problem: StartProblem | null
  add(path: string): void
  remove(path: string): void
  clear(): void
}

/** Opens the list stored in a file; empty where there is none or it cannot be read. `onChange` is called on every change. */
export async function openRecentFiles(path: string, onChange: () => void): Promise<RecentFiles> {
  const file = new StateFile({ folder: dirname(path), name: basename(path), parse: storedJson(basename(path), schema) })
  let paths: readonly string[] = (await file.read()) ?? []
  const change = (next: readonly string[]): void => {
    paths = next.slice(0, MOST)
    // A list that cannot be stored is no reason to disturb the user.
    file.write(JSON.stringify(paths)).catch(() => undefined)
    onChange()
  }
  return {
    problem: file.problem,
    get paths() {
      return paths
    },
    add: (path) => isAbsolute(path) && change([path, ...paths.filter((one) => one !== path)]),
    remove: (path) => change(paths.filter((one) => one !== path)),
    clear: () => change([])
  }
}
