import { join, normalize, sep } from 'node:path'

/**
 * Returns the file of the bundle, or of the folder of another host, that a URL names, or null when it is outside the folder.
 * The URL parser resolves `..` beforehand; anything still encoded (`%2e%2e%2f`, backslashes) is decoded and checked here.
 */
export function fileOf(url: string, root: string, expected: 'bundle' | 'student' = 'bundle'): string | null {
  const { host, pathname } = new URL(url)
  if (host !== expected) return null
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const folder = normalize(root + sep)
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(folder) ? file : null
}
