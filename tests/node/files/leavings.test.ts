import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { leave, noteLeaving, uninterrupted } from '../../../src/node/files/leavings'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

it('removes what would be left behind, and only that, before the end', () => {
  const home = folder()
  const [kept, file, deep] = ['kept', 'file', 'deep'].map((name) => join(home, name))
  for (const path of [kept, file]) writeFileSync(path, '')
  mkdirSync(join(deep, 'deeper'), { recursive: true })
  const notes = [kept, file, deep].map(noteLeaving)
  notes[0]()
  let atEnd: boolean[] = []
  leave(() => (atEnd = [kept, file, deep].map(existsSync)))
  expect(atEnd).toEqual([true, false, false])
  for (const done of notes) done()
})

it('waits for what must not be left half done', async () => {
  const end = vi.fn()
  let finish = () => {}
  const act = uninterrupted(() => new Promise<void>((resolve) => (finish = resolve)))
  leave(end)
  expect(end).not.toHaveBeenCalled()
  finish()
  await act
  expect(end).toHaveBeenCalledTimes(1)
})
