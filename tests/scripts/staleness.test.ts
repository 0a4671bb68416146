import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isFresh, writeStamp } from '../../scripts/lib/staleness.mjs'

let base: string

beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'staleness-'))
  fs.mkdirSync(path.join(base, 'src', 'deep'), { recursive: true })
  fs.writeFileSync(path.join(base, 'src', 'a.ts'), 'one')
  fs.writeFileSync(path.join(base, 'src', 'deep', 'b.ts'), 'two')
})

afterEach(() => fs.rmSync(base, { recursive: true, force: true }))

const print = (extra?: string): string => fingerprint(base, ['src', 'absent.json'], extra)

test('the fingerprint stays the same when only times change', () => {
  const before = print()
  fs.utimesSync(path.join(base, 'src', 'a.ts'), new Date(0), new Date(0))
  expect(print()).toBe(before)
})

test('the fingerprint changes with content, names, new files and what else counts', () => {
  const prints = [print(), print('electron 33')]
  fs.writeFileSync(path.join(base, 'src', 'a.ts'), 'changed')
  prints.push(print())
  fs.renameSync(path.join(base, 'src', 'deep', 'b.ts'), path.join(base, 'src', 'deep', 'c.ts'))
  prints.push(print())
  fs.writeFileSync(path.join(base, 'absent.json'), '')
  prints.push(print())
  expect(new Set(prints).size).toBe(prints.length)
})

test('text that moves from one file to the next changes the fingerprint', () => {
  const before = print()
  fs.writeFileSync(path.join(base, 'src', 'a.ts'), 'onet')
  fs.writeFileSync(path.join(base, 'src', 'deep', 'b.ts'), 'wo')
  expect(print()).not.toBe(before)
})

test('a build is fresh only with the same fingerprint and all its outputs', () => {
  const stamp = path.join(base, 'out', '.stamp')
  const output = path.join(base, 'out', 'index.js')
  expect(isFresh(stamp, 'x', [])).toBe(false)
  writeStamp(stamp, 'x')
  expect(isFresh(stamp, 'x', [output])).toBe(false)
  fs.writeFileSync(output, '')
  expect(isFresh(stamp, 'x', [output])).toBe(true)
  expect(isFresh(stamp, 'y', [output])).toBe(false)
})
