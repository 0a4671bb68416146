import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFolder, KeptTiles } from '../../../src/node/kernels/kept-tiles'
import { temporaryFolders } from '../../support/folders'

const temporaryFolder = temporaryFolders()

describe('the tiles of earlier starts', () => {
  it('are settled once three of the last five measurements agree', () => {
    const file = path.join(temporaryFolder(), 'cache', 'tiles.json')
    const settledAfter = (winner: '4x8' | '6x16') => {
      new KeptTiles(file).add('this machine', winner)
      return new KeptTiles(file).settled('this machine')
    }
    expect((['4x8', '6x16', '4x8', '6x16', '4x8', '6x16', '6x16'] as const).map(settledAfter)).toEqual([
      null,
      null,
      null,
      null,
      '4x8',
      '6x16',
      '6x16'
    ])
    expect(new KeptTiles(file).settled('another machine')).toBeNull()
  })

  it('are those of the twenty kinds of machines measured last', () => {
    const kept = new KeptTiles(path.join(temporaryFolder(), 'tiles.json'))
    for (let m = 0; m <= 20; m++) for (let times = 0; times < 3; times++) kept.add(`machine ${m}`, '4x8')
    expect(kept.settled('machine 0')).toBeNull()
    expect(kept.settled('machine 1')).toBe('4x8')
  })

  it.each([
    ['no JSON', '{'],
    ['another thing', '{"kind": 1}'],
    ['a tile that there is not', '[{"kind":"m","winners":["9x9","9x9","9x9"]}]'],
    ['endless', `[${'{"kind":"m","winners":[]},'.repeat(5000)}]`]
  ])('are measured again where the file is %s, and it is replaced', (_, text) => {
    const file = path.join(temporaryFolder(), 'tiles.json')
    fs.writeFileSync(file, text)
    const kept = new KeptTiles(file)
    expect(kept.settled('m')).toBeNull()
    for (let times = 0; times < 3; times++) kept.add('m', '5x16')
    expect(kept.settled('m')).toBe('5x16')
  })

  it('do without a file where there is no place for it', () => {
    const blocked = path.join(temporaryFolder(), 'a file')
    fs.writeFileSync(blocked, '')
    for (const file of [null, path.join(blocked, 'tiles.json')]) {
      const kept = new KeptTiles(file)
      expect(() => kept.add('m', '4x8')).not.toThrow()
      expect(kept.settled('m')).toBeNull()
    }
  })
})

describe('the folder of the cache', () => {
  it.each([
    ['linux', { HOME: '/home/a' }, '/home/a/.cache/backprop-lab'],
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/tmp/c' }, '/tmp/c/backprop-lab'],
    ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'relative' }, '/home/a/.cache/backprop-lab'],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Caches/backprop-lab'],
    ['linux', {}, null],
    ['linux', { HOME: '' }, null]
  ] as const)('on %s with %j', (platform, env, folder) => {
    expect(cacheFolder(platform, { ...env })).toBe(folder && path.join(folder))
  })
})
