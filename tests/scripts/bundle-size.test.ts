import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { bundleSize } from '../../scripts/lib/bundle-size.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bundle-'))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

interface File {
  readonly name: string
  readonly atStart: boolean
}

test('counts scripts and styles, and tells what the start needs from what is loaded later', () => {
  const files = {
    'index-1.js': 'import{a}from"./shared-2.js";const later=()=>import("./formulas-3.js");',
    'shared-2.js': 'export const a=1;',
    'formulas-3.js': 'import"./shared-2.js";import"./fonts-4.js";',
    'fonts-4.js': 'export{}',
    'index-5.css': 'body{margin:0}',
    'Main-6.woff2': 'a font'
  }
  fs.mkdirSync(path.join(folder, 'assets'))
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, 'assets', name), content)
  fs.writeFileSync(
    path.join(folder, 'index.html'),
    '<script type="module" src="./assets/index-1.js"></script><link rel="stylesheet" href="./assets/index-5.css">'
  )
  const size = (...names: (keyof typeof files)[]) => names.reduce((bytes, name) => bytes + gzipSync(files[name]).length, 0)
  const { total, start, files: found }: { total: number; start: number; files: readonly File[] } = bundleSize(folder)
  expect(
    found
      .filter(({ atStart }) => atStart)
      .map(({ name }) => name)
      .sort()
  ).toEqual(['index-1.js', 'index-5.css', 'shared-2.js'])
  expect(start).toBe(size('index-1.js', 'shared-2.js', 'index-5.css'))
  expect(total).toBe(size('index-1.js', 'shared-2.js', 'index-5.css', 'formulas-3.js', 'fonts-4.js'))
})
