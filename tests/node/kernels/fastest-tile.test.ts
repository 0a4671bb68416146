import { describe, expect, it } from 'vitest'
import { fastest, fastestTile, tiles, type TileName } from '../../../src/node/kernels/fastest-tile'
import { testHost } from '../../core/machines/wasm/kernels'

/** A clock that goes on by what each call is told to cost. */
function clock() {
  let time = 0
  return { now: () => (time += 0.001), spend: (milliseconds: number) => void (time += milliseconds) }
}

describe('the fastest', () => {
  it('is what takes the least time in the end, whatever it took at first', () => {
    const { now, spend } = clock()
    const calls = { early: 0, late: 0 }
    const cost = { early: () => 1, late: () => (calls.late < 6 ? 3 : 0.5) }
    const run = (name: 'early' | 'late') => {
      calls[name] += 1
      spend(cost[name]())
    }
    expect(fastest(['early', 'late'], run, now)).toBe('late')
  })

  it('is found in bounded time where nothing ever settles', () => {
    const { now, spend } = clock()
    let cost = 1
    fastest(['a', 'b'], () => spend((cost *= 0.99)), now)
    expect(now()).toBeLessThan(200)
  })
})

describe('the fastest tile', () => {
  it.each([
    ['fused', 'f32'],
    ['fused', 'f64'],
    ['emulated', 'f32'],
    ['emulated', 'f64']
  ] as const)('%s, %s, is one of those there are', (build, precision) => {
    expect(Object.keys(tiles)).toContain(fastestTile(testHost(undefined, build), precision, '4x16'))
  })

  it.each(['f32', 'f64'] as const)('is none whose answers differ by a bit, in %s', (precision) => {
    const host = testHost()
    const spoilt = (number: number) => number !== tiles['4x16'] && number !== tiles['6x16']
    const found = new Set<TileName>()
    const instantiate: typeof host.instantiate = (memory) => {
      const kernels = host.instantiate(memory) as unknown as Record<string, (...numbers: number[]) => void>
      const name = precision === 'f32' ? 'forwardPanel32' : 'forwardPanel64'
      return {
        ...kernels,
        [name]: (...numbers: number[]) => {
          kernels[name](...numbers)
          // Another tile answers at once, but with one wrong bit.
          if (spoilt(numbers[0])) new Uint8Array(memory.buffer)[numbers[7]] ^= 1
        }
      } as unknown as ReturnType<typeof host.instantiate>
    }
    for (let i = 0; i < 3; i++) found.add(fastestTile({ ...host, instantiate }, precision, '4x16'))
    for (const name of found) expect(spoilt(tiles[name])).toBe(false)
  })
})
