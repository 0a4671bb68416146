import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder: everything the scripts read or write hangs below it. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Folder of files that are fetched or prepared and may be deleted at any time (git-ignored). */
export const cacheDir = path.join(root, '.cache')

/** The built app and command line (git-ignored). */
export const outDir = path.join(root, 'out')

/** The installed `electron` package; its binary lives in `dist` below it. */
export const electronDir = path.join(root, 'node_modules', 'electron')

/**
 * The path of a tool inside node_modules, to be run with `process.execPath`:
 * that works alike on every platform, where `.bin/tool` is a `.cmd` on Windows and needs a shell.
 * @param {...string} parts
 */
export function tool(...parts) {
  return path.join(root, 'node_modules', ...parts)
}
