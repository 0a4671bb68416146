import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileOf } from '../../src/main/bundle-path'

const root = join(sep, 'app', 'out', 'renderer')

describe('the file that an app:// URL names', () => {
  it('is index.html at the root, and a file of the bundle below it', () => {
    expect(fileOf('app://bundle/', root)).toBe(join(root, 'index.html'))
    expect(fileOf('app://bundle/assets/index.js?v=1#top', root)).toBe(join(root, 'assets', 'index.js'))
    expect(fileOf('app://bundle/%E4%B8%AD.css', root)).toBe(join(root, '中.css'))
  })

  it('is none on another host', () => {
    expect(fileOf('app://elsewhere/index.html', root)).toBeNull()
  })

  it.each(['%2e%2e%2fsecret', '..%5c..%5csecret', '%252e%252e/', '%00', '%ff', 'a/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret', '%2f%2fetc/passwd'])(
    'never leaves the folder: %s',
    (path) => {
      const file = fileOf(`app://bundle/${path}`, root)
      expect(file === null || file.startsWith(root + sep)).toBe(true)
    }
  )

  it('never leaves the folder, whatever 500 random paths are made of', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2E%2e', '%2f', '%5c', '%00', 'a', 'etc', 'passwd', '%', '//', '…')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const file = fileOf(`app://bundle/${pieces.join('')}`, root)
        expect(file === null || file.startsWith(root + sep)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})
