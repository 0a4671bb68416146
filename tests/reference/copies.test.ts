import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeIf } from '../support/conditions'

const here = import.meta.dirname
const shared = resolve(here, '../../../shared')

/** The folder of the copies and the folder it was copied from. */
const sources: Readonly<Record<string, readonly string[]>> = { '': ['reference', 'lessons'], backward: ['backward'] }

const copies = Object.entries(sources).flatMap(([folder, origins]) =>
  jsonFiles(join(here, folder)).map((name) => ({ path: join(here, folder, name), name, origins }))
)

function jsonFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'))
}

/** The values of a file; a bare NaN, which JSON does not have, as a word that no case contains. */
function valuesIn(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8').replace(/\bNaN\b/g, '"not a number"'))
}

describe('the copies of the reference values', () => {
  it.each(copies)('$name holds an array of cases and stays small', ({ path }) => {
    const cases = valuesIn(path)
    expect(Array.isArray(cases) && cases.length > 0).toBe(true)
    expect(statSync(path).size).toBeLessThan(1_500_000)
  })
})

describeIf({ met: existsSync(shared), reason: 'no ../shared beside this checkout' }, 'the copies of the reference values', () => {
  it('are complete', () => {
    const originals = Object.values(sources).flatMap((origins) => origins.flatMap((origin) => jsonFiles(join(shared, origin))))
    expect(copies.map(({ name }) => name).sort()).toEqual(originals.sort())
  })

  it.each(copies)('$name has the values of the original', ({ path, name, origins }) => {
    const original = origins.map((origin) => join(shared, origin, name)).find(existsSync)
    expect(valuesIn(path)).toEqual(valuesIn(original ?? `no ${name} in ../shared`))
  })
})
