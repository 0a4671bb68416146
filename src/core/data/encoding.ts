/** The encodings a file may be read in, by the names the host's decoder knows. GB18030 contains GBK and GB2312. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** Of a file in UTF-16 without a byte order mark, more than this part of the bytes is zero: of commas, digits and line ends one. */
const zeroPart = 1 / 8

/** The encoding that a byte order mark tells; null without one. */
export function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a byte order mark, by zeros that stand on one side of pairs only; null when it is not that. */
export function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]++
  if (zeros[0] + zeros[1] <= zeroPart * bytes.length || (zeros[0] > 0 && zeros[1] > 0)) return null
  return zeros[1] > 0 ? 'utf-16le' : 'utf-16be'
}
