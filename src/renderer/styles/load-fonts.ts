import katexMain from 'katex/dist/fonts/KaTeX_Main-Regular.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

/** The characters that the bundled file has, as its package says, and those among them that Chinese sets a whole em wide. */
const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215'
const LATIN_IN_CHINESE = 'U+0000-00B6,U+00B8-00FF,U+0131,U+0152-0153,U+2002-2012,U+202F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215'

/** The sign of a partial derivative, which the bundled file lacks: as in set formulas, and only fetched where one is seen. */
const PARTIAL = 'U+2202'

/**
 * Loads the font of the window's Latin text, so that widths are the same on every system and known before anything is measured. In
 * Chinese, quotation marks, dashes, ellipses and the middle dot are left to the Chinese font.
 */
export async function loadFonts(fonts: FontFaceSet): Promise<void> {
  const face = (family: string, unicodeRange: string, file = inter) =>
    new FontFace(family, `url(${file})`, { weight: '100 900', unicodeRange })
  const [latin, chinese] = ['Inter Latin', 'Inter Latin in Chinese']
  for (const family of [latin, chinese]) fonts.add(face(family, PARTIAL, katexMain))
  const faces = [face(latin, LATIN), face(chinese, LATIN_IN_CHINESE)]
  // Without it the system's own font is used.
  await Promise.allSettled(faces.map(async (one) => fonts.add(await one.load())))
}
