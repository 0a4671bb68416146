import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codeProblem } from '../../src/main/code-digest'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

it('the code of a package is what it was built with, or is refused', () => {
  const resources = folder()
  const path = join(resources, 'app.asar')
  const code = Buffer.from('the code')
  writeFileSync(path, code)
  writeFileSync(`${path}.sha256`, `${createHash('sha256').update(code).digest('hex')}\n`)
  expect(codeProblem(resources)).toBeNull()
  for (let bit = 0; bit < 8 * code.length; bit++) {
    const flipped = Buffer.from(code)
    flipped[bit >> 3] ^= 1 << (bit & 7)
    writeFileSync(path, flipped)
    expect(codeProblem(resources)).toMatchObject({ code: 'file.damaged-code', details: { path } })
  }
  writeFileSync(path, code)
  expect(codeProblem(resources)).toBeNull()
  rmSync(`${path}.sha256`)
  expect(codeProblem(resources)).toMatchObject({ code: 'file.damaged-code' })
})
