import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishReplacing, isReplacing, replaceTogether } from '../../../src/node/files/replace-together'
import { itIf, signals as posix, symbolicLinks } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const STAGED = '.backprop-lab.new'
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** A folder with a run of two files and one of somebody's. */
function oldRun(): string {
  const home = folder()
  for (const name of ['history.csv', 'summary.json', 'mine.txt']) writeFileSync(join(home, name), `old ${name}`)
  mkdirSync(join(home, 'rows'))
  writeFileSync(join(home, 'rows/train.csv'), 'old rows')
  return home
}

const contents = new Map([
  ['history.csv', 'new history'],
  ['fold-1/weights.npz', 'new weights'],
  ['summary.json', 'new summary']
])
const replacement = { contents, gone: ['rows/train.csv', 'predictions.csv'] }

function expectNew(home: string): void {
  expect(readdirSync(home).sort()).toEqual(['fold-1', 'history.csv', 'mine.txt', 'summary.json'])
  for (const [name, text] of contents) expect(read(home, name)).toBe(text)
}

describe('replaceTogether', () => {
  it('brings all files into their places, takes those that go, and leaves others', async () => {
    const home = oldRun()
    await replaceTogether(home, replacement)
    expectNew(home)
    expect(read(home, 'mine.txt')).toBe('old mine.txt')
  })

  it.each([
    [
      'a folder in the way of a file',
      (home: string) => mkdirSync(join(home, 'fold-1/weights.npz'), { recursive: true }),
      'file.is-a-folder'
    ],
    ['a file in the way of a folder', (home: string) => writeFileSync(join(home, 'fold-1'), ''), 'file.not-a-folder']
  ])('leaves everything as it was where there is %s', async (_, block, code) => {
    const home = oldRun()
    block(home)
    const before = readdirSync(home)
    await expect(replaceTogether(home, replacement)).rejects.toMatchObject({ code })
    expect(readdirSync(home)).toEqual(before)
    expect(read(home, 'summary.json')).toBe('old summary.json')
  })

  itIf(posix, 'keeps the permissions of the files that it replaces', async () => {
    const home = oldRun()
    chmodSync(join(home, 'history.csv'), 0o600)
    await replaceTogether(home, replacement)
    expect(statSync(join(home, 'history.csv')).mode & 0o7777).toBe(0o600)
  })

  itIf(symbolicLinks, 'writes what a link leads to', async () => {
    const home = oldRun()
    const elsewhere = join(folder(), 'history')
    renameSync(join(home, 'history.csv'), elsewhere)
    symlinkSync(elsewhere, join(home, 'history.csv'))
    await replaceTogether(home, replacement)
    expect(read(elsewhere)).toBe('new history')
    expectNew(home)
  })
})

describe('finishReplacing', () => {
  /** As a process leaves it that ends with all files complete and some of them in their places. */
  function halfWay(placed: readonly string[]): string {
    const home = oldRun()
    mkdirSync(join(home, STAGED, 'fold-1'), { recursive: true })
    mkdirSync(join(home, 'fold-1'))
    for (const [name, text] of contents) writeFileSync(join(home, placed.includes(name) ? '' : STAGED, name), text)
    if (placed.length > 0) rmSync(join(home, 'rows'), { recursive: true })
    writeFileSync(join(home, STAGED, 'list.json'), JSON.stringify({ files: [...contents.keys()], gone: replacement.gone }))
    return home
  }

  it.each([[[]], [['history.csv']], [['history.csv', 'fold-1/weights.npz']], [[...contents.keys()]]])(
    'does the rest where %s are in their places',
    async (placed: readonly string[]) => {
      const home = halfWay(placed)
      expect(await isReplacing(home)).toBe(true)
      await finishReplacing(home)
      expectNew(home)
      expect(await isReplacing(home)).toBe(false)
    }
  )

  it('does nothing where there is nothing to do, and clears what has no list any more', async () => {
    const home = halfWay([...contents.keys()])
    rmSync(join(home, STAGED, 'list.json'))
    await finishReplacing(home)
    await finishReplacing(home)
    expectNew(home)
  })

  it.each([
    ['{"files": ["history.csv"', 'torn'],
    ['{"files": ["../history.csv"], "gone": []}', 'that leads outside'],
    ['{"files": [], "gone": ["mine.txt"]}', 'with a name that no run has']
  ])('touches nothing by a list %s, which it names', async (list) => {
    const home = halfWay([])
    writeFileSync(join(home, STAGED, 'list.json'), list)
    await expect(finishReplacing(home)).rejects.toMatchObject({ code: 'file.unfinished', details: { path: home, name: STAGED } })
    expect(read(home, 'history.csv')).toBe('old history.csv')
  })
})
