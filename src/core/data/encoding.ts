/** The encodings a file may be read in, by the names the host's decoder knows. GB18030 contains GBK and GB2312. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** Of a file in GB18030, at least this part of the characters above ASCII are common ones, those of GB 2312. */
const commonPart = 0.9

/** Of a file in UTF-16 without a byte order mark, more than this part of the bytes is zero: of commas, digits and line ends one. */
const zeroPart = 1 / 8

/**
 * What Windows-1252 has at 80 to 9F; five places are empty and stay control codes. Some versions of Node decode it as
 * Latin-1, which has control codes at all of them.
 * Source: WHATWG Encoding Standard, index windows-1252.
 */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

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

/**
 * The encoding of bytes that are not UTF-8: GB18030 where they are that without a mistake and most of the characters are
 * common ones, else Windows-1252; null when they are damaged UTF-8, with more whole characters above ASCII than broken
 * ones.
 */
export function otherEncoding(bytes: Uint8Array): Encoding | null {
  const { whole, broken } = countUtf8(bytes)
  if (whole > broken) return null
  return isCommonChinese(bytes) ? 'gb18030' : 'windows-1252'
}

/** The text of bytes, byte order marks left in; null when they are not in that encoding. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (code) => windows1252[code.charCodeAt(0) - 0x80]) : text
  } catch {
    return null
  }
}

function countUtf8(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0
  let broken = 0
  for (const character of new TextDecoder().decode(bytes)) {
    if (character === '\uFFFD') broken++
    else if (character > '\x7f') whole++
  }
  return { whole, broken }
}

/** In GB 2312 both bytes lie at A1 and above; accented letters of the West are mostly followed by ASCII. */
function isCommonChinese(bytes: Uint8Array): boolean {
  if (decodeAs(bytes, 'gb18030') === null) return false
  let pairs = 0
  let common = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue
    pairs++
    if (bytes[i] >= 0xa1 && bytes[i] <= 0xf7 && bytes[i + 1] >= 0xa1) common++
    i++
  }
  return common >= commonPart * pairs
}
