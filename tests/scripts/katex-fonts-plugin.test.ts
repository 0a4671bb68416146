import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { katexFonts } from '../../scripts/katex-fonts-plugin'

const source = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8')

describe('the fonts of formulas', () => {
  it('are one file each, all of them WOFF2', () => {
    const { handler } = katexFonts().transform as { handler: (code: string) => string }
    const files = [...handler(source).matchAll(/url\(([^)]*)\)/g)].map(([, file]) => file)
    expect(files.length).toBeGreaterThan(15)
    expect(files.filter((file) => !file.endsWith('.woff2'))).toEqual([])
    expect(handler(source).match(/@font-face/g)).toHaveLength(files.length)
  })
})
