import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PowerCut } from '../../support/power-cut'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
let disk: PowerCut | null = null

/** Node's own, and the disk hears of what it does. */
async function overheard(original: () => Promise<unknown>) {
  const real = (await original()) as typeof import('node:fs/promises')
  const made = (path: string) => {
    if (statSync(path, { throwIfNoEntry: false })) return
    made(dirname(path))
    mkdirSync(path)
    disk?.created(path, true)
  }
  return {
    ...real,
    mkdir: async (path: string) => made(path),
    writeFile: async (path: string, ...rest: [string]) => {
      const isNew = !statSync(path, { throwIfNoEntry: false })
      await real.writeFile(path, ...rest)
      if (isNew) disk?.created(path, false)
    },
    open: async (path: string, flags: string) => {
      const handle = await real.open(path, flags)
      if (flags === 'wx') disk?.created(path, false)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        await sync()
        disk?.syncedAt(path)
      }
      return handle
    },
    rename: async (from: string, to: string) => {
      await real.rename(from, to)
      disk?.renamed(from, to)
    },
    rm: async (path: string, options?: { recursive: boolean; force: boolean }) => {
      if (statSync(path, { throwIfNoEntry: false })) disk?.removed(path)
      await real.rm(path, options)
    },
    rmdir: async (path: string) => {
      await real.rmdir(path)
      disk?.removed(path)
    }
  }
}

let files: typeof import('../../../src/node/files/replace-file') &
  typeof import('../../../src/node/files/replace-together') &
  typeof import('../../../src/node/files/out-folder')
let writeFile: typeof import('node:fs/promises').writeFile

// Test files share modules: these are loaded anew, and once more for the files that follow.
beforeAll(async () => {
  vi.doMock('node:fs/promises', overheard)
  vi.resetModules()
  ;({ writeFile } = await import('node:fs/promises'))
  files = {
    ...(await import('../../../src/node/files/replace-file')),
    ...(await import('../../../src/node/files/replace-together')),
    ...(await import('../../../src/node/files/out-folder'))
  }
})
afterAll(() => {
  vi.doUnmock('node:fs/promises')
  vi.resetModules()
})

const put = (home: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
  }
}
/** The files in a folder but those that were on their way. */
const filesIn = (home: string) =>
  Object.fromEntries(
    readdirSync(home, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/^\.[0-9a-f-]{36}\.tmp/.test(name) && statSync(join(home, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(home, name), 'utf8')])
  )

/** Does something on a disk that keeps only what was synced; returns all that power cuts on the way may leave, and those after its end. */
async function cutsDuring(home: string, work: () => Promise<unknown>) {
  const cut = new PowerCut(home)
  disk = cut
  await work().finally(() => (disk = null))
  return {
    before: cut.moments.flatMap((moment) => [...cut.leftAt(moment, folder)]),
    after: [...cut.leftAt(cut.moments.at(-1) ?? never(), folder)]
  }
}
const never = () => {
  throw new Error('nothing was written')
}

const newText = (path: string, isNew: boolean) => writeFile(path, 'new', { flag: isNew ? 'wx' : 'w' })

it('of a file the old content or the new one is left, and the new one once it is written', async () => {
  const home = folder()
  put(home, { 'a.json': 'old' })
  const { before, after } = await cutsDuring(home, () => files.replaceFile(join(home, 'a.json'), newText))
  expect(new Set(before.map((left) => JSON.stringify(filesIn(left))))).toEqual(new Set(['{"a.json":"old"}', '{"a.json":"new"}']))
  for (const left of after) expect(filesIn(left)).toEqual({ 'a.json': 'new' })
})

it('a folder that was made for a file is left with it', async () => {
  const home = folder()
  const out = join(home, 'runs', 'first')
  const { after } = await cutsDuring(home, async () => {
    await files.prepareFolder(out)
    await files.replaceFile(join(out, 'a.json'), newText)
  })
  for (const left of after) expect(filesIn(left)).toEqual({ 'runs/first/a.json': 'new' })
})

it('of the files of a run the old ones or the new ones are left, never some of each', async () => {
  const home = folder()
  const old = { 'summary.json': 'old', 'history.csv': 'old', 'weights.json': 'old', 'fold-2/history.csv': 'old' }
  const next = { 'history.csv': 'new', 'rows/train.csv': 'new', 'weights.json': 'new', 'summary.json': 'new' }
  put(home, old)
  const work = () => files.replaceTogether(home, { contents: new Map(Object.entries(next)), gone: ['fold-2/history.csv'] })
  const { before, after } = await cutsDuring(home, work)
  expect(before.length).toBeGreaterThan(100)
  const sorted = (files: object) => JSON.stringify(Object.fromEntries(Object.entries(files).sort()))
  const found = new Set<string>()
  for (const left of before) {
    await files.finishReplacing(left)
    found.add(sorted(filesIn(left)))
  }
  expect([...found].sort()).toEqual([sorted(old), sorted(next)].sort())
  for (const left of after) {
    await files.finishReplacing(left)
    expect(sorted(filesIn(left))).toBe(sorted(next))
  }
})
