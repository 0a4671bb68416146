import { describe, expect, it } from 'vitest'
import { tilesSource } from '../../scripts/kernel-tiles'

const source = tilesSource()
const functionOf = (name: string): string => source.slice(source.indexOf(`function ${name}<T>(`)).split('\n\n')[0]

describe('the tiles that are written', () => {
  it.each([
    ['acrossWide6', 24],
    ['acrossHalf4', 8],
    ['acrossLanes4', 8],
    ['downWide1', 4],
    ['downHalf3', 6],
    ['downLanes4', 8]
  ])('%s has %i sums, each stored once', (name, sums) => {
    const text = functionOf(name)
    const named = [...text.matchAll(/let (c\d\d) = /g)].map(([, sum]) => sum)
    expect(new Set(named).size).toBe(sums)
    for (const sum of named) expect(text.split(`v128.add<T>(${sum}, `)).toHaveLength(2)
  })

  it('name each function once, and every one of them is chosen somewhere', () => {
    const names = [...source.matchAll(/^function (\w+)<T>/gm)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(source).toMatch(new RegExp(`^(case \\d: \\{ )?${name}<T>\\(`, 'm'))
  })
})
