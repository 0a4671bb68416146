import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { katexFonts } from '../../scripts/katex-fonts-plugin'

const source = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8')

describe('the fonts of formulas', () => {
  it('are one file each, all of them WOFF2', () => {
    const { handler } = katexFonts().transform as { handler: (code: string, id: string) => string }
    const styles = handler(source, 'katex.min.css')
    const files = [...styles.matchAll(/url\(([^)]*)\)/g)].map(([, file]) => file)
    expect(files.filter((file) => !file.endsWith('.woff2'))).toEqual([])
    expect(styles.match(/@font-face/g)).toHaveLength(files.length)
  })

  it('are of the families that formulas are set in', () => {
    const { handler } = katexFonts().transform as { handler: (code: string, id: string) => string }
    const families = handler(source, 'katex.min.css').matchAll(/url\([^)]*KaTeX_([A-Za-z]+)/g)
    expect([...new Set([...families].map(([, family]) => family.replace(/\d$/, '')))].sort()).toEqual([
      'AMS',
      'Caligraphic',
      'Main',
      'Math',
      'Size'
    ])
  })
})
