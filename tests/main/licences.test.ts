import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLicenceList, readLicences } from '../../src/main/licences'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const list = (...names: string[]) =>
  `# Licenses\n\nThe app bundles:\n\n${names.map((name) => `## ${name} - 1.2.3 (MIT)\n\nCopyright ${name}\n\n# A heading of its own\n`).join('\n')}`

describe('a list of licences', () => {
  it('has name, version, licence and text of every package', () => {
    const packages = readLicenceList(list('@vue/shared', 'fflate'))
    expect(packages.map(({ name, version, licence }) => [name, version, licence])).toEqual([
      ['@vue/shared', '1.2.3', 'MIT'],
      ['fflate', '1.2.3', 'MIT']
    ])
    expect(packages[1].text).toBe('Copyright fflate\n\n# A heading of its own')
  })

  it('may be empty', () => {
    expect(readLicenceList('')).toEqual([])
  })
})

describe('what the program is made of', () => {
  it('is each package of all bundles once, in order, and what it runs on', async () => {
    const home = folder()
    const lists = ['main.md', 'page.md'].map((name) => join(home, name))
    writeFileSync(lists[0], list('valibot', 'fflate'))
    writeFileSync(lists[1], list('vue', 'valibot'))
    writeFileSync(join(home, 'LICENSE'), 'MIT License')
    const licences = await readLicences({ lists, own: join(home, 'LICENSE'), data: join(home, 'none') }, { electron: '33.2.1', v8: '13' })
    expect(licences.packages.map(({ name }) => name)).toEqual(['fflate', 'valibot', 'vue'])
    expect(licences.runtime).toEqual([
      { name: 'electron', version: '33.2.1' },
      { name: 'v8', version: '13' }
    ])
    expect([licences.own, licences.data]).toEqual(['MIT License', ''])
  })
})
