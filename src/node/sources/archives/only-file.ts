import { AppError, type PackedEntry } from '#core'

/** Whether a file is a zip archive, by its first bytes. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/**
 * Returns the one file of an archive that is not some system's note about it.
 * Throws: data, where there are several, naming them, or none.
 */
export function onlyFile(entries: readonly PackedEntry[], name: string): PackedEntry {
  const files = entries.filter((entry) => !entry.name.endsWith('/') && !isAside(entry.name))
  if (files.length === 0) throw new AppError('data.empty-file')
  if (files.length > 1)
    throw new AppError('data.archive-of-many', { name, count: files.length, files: listed(files.map((file) => file.name)) })
  return files[0]
}

/** Whether a file is one that macOS or Windows adds by itself. */
function isAside(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name)
}

const SHOWN = 5

function listed(names: readonly string[]): string {
  return (
    names
      .slice(0, SHOWN)
      .map((name) => `\`${name}\``)
      .join(', ') + (names.length > SHOWN ? ', …' : '')
  )
}
