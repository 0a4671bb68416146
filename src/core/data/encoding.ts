/** Supported encodings of a file, by the names of TextDecoder. GB18030 contains GBK and GB2312; those from Big5 on are never guessed. */
export const encodings = [
  ...(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const),
  ...(['big5', 'shift_jis', 'euc-kr', 'windows-1250', 'windows-1251'] as const)
] as const
export type Encoding = (typeof encodings)[number]

/** Returns the name of an encoding as people write it: `Windows-1252`, `Shift_JIS`. */
export function encodingName(encoding: Encoding): string {
  const capital = encoding === 'big5' || encoding === 'shift_jis' || encoding.startsWith('windows')
  return capital ? encoding[0].toUpperCase() + encoding.slice(1).replace('jis', 'JIS') : encoding.toUpperCase()
}

/** In a UTF-16 file without a byte order mark, more than this fraction of the bytes is zero: one of each comma, digit and line end. */
const zeroPart = 1 / 8

/** Returns the encoding given by a byte order mark; null without one. */
export function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** Detects UTF-16 without a byte order mark by zeros on only one side of byte pairs; null when it is not UTF-16. */
export function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]++
  if (zeros[0] + zeros[1] <= zeroPart * bytes.length || (zeros[0] > 0 && zeros[1] > 0)) return null
  return zeros[1] > 0 ? 'utf-16le' : 'utf-16be'
}
