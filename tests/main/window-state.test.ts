import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWindowState, zoomAfter, type WindowState } from '../../src/main/window-state'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
const state: WindowState = { bounds: { x: 50, y: 60, width: 1200, height: 800 }, isMaximized: true, zoom: 1.5 }

async function readBack(kept: WindowState, on = screens) {
  const file = join(folder(), 'window.json')
  await (await openWindowState(file, on)).save(kept)
  return (await openWindowState(file, on)).stored
}

describe('the state of the window', () => {
  it('comes back as it was kept', async () => {
    expect(await readBack(state)).toEqual(state)
  })

  it.each([
    ['left of it', { ...state.bounds, x: -1150 }],
    ['above it', { ...state.bounds, y: -10 }],
    ['below it', { ...state.bounds, y: 1000 }],
    ['on a screen that is gone', { ...state.bounds, x: 2000 }]
  ])('is forgotten where nobody could take hold of the window: %s', async (_, bounds) => {
    expect(await readBack({ ...state, bounds })).toBeNull()
    expect(await readBack({ ...state, bounds: { ...state.bounds, x: -1000 } })).not.toBeNull()
  })

  it('is found on the second screen', async () => {
    const bounds = { ...state.bounds, x: 2000 }
    expect(await readBack({ ...state, bounds }, [...screens, { x: 1920, y: 0, width: 1280, height: 1024 }])).toMatchObject({ bounds })
  })

  it.each(['', '[]', JSON.stringify({ ...state, zoom: 50 }), JSON.stringify({ ...state, bounds: { x: 0 } })])(
    'that cannot be read is none, and is kept: %s',
    async (text) => {
      const file = join(folder(), 'window.json')
      writeFileSync(file, text)
      const { stored, problem } = await openWindowState(file, screens)
      expect(stored).toBeNull()
      expect(problem?.kept).toMatchObject({ code: 'file.set-aside' })
      expect(readFileSync(join(dirname(file), 'unreadable-window', 'window.json'), 'utf8')).toBe(text)
    }
  )
})

describe('the size of everything', () => {
  it('goes by half levels, between a half and two and a half, and back', () => {
    expect([zoomAfter(0, 'in'), zoomAfter(0, 'out'), zoomAfter(2, 'reset')]).toEqual([0.5, -0.5, 0])
    expect([zoomAfter(5, 'in'), zoomAfter(-3, 'out')]).toEqual([5, -3])
  })
})
