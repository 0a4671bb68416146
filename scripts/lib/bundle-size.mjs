import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** The limit of all that the page loads before it shows anything, compressed: 400 KB. Pages and libraries that come later have none. */
export const START_LIMIT_BYTES = 400 * 1024

/**
 * @typedef {object} BundleSize sizes in bytes after gzip
 * @property {number} total scripts and styles
 * @property {number} start what the page loads before it shows anything
 * @property {readonly { name: string, bytes: number, atStart: boolean }[]} files the largest first
 */

/**
 * Measures a built page.
 * @param {string} folder where its index.html is
 * @returns {BundleSize}
 */
export function bundleSize(folder) {
  const assets = path.join(folder, 'assets')
  const first = startFiles(folder)
  const files = fs
    .readdirSync(assets)
    .filter((name) => /\.(js|css|wasm)$/.test(name))
    .map((name) => ({ name, bytes: gzipSync(fs.readFileSync(path.join(assets, name))).length, atStart: first.has(name) }))
    .sort((a, b) => b.bytes - a.bytes)
  const sum = (/** @type {typeof files} */ some) => some.reduce((bytes, file) => bytes + file.bytes, 0)
  return { total: sum(files), start: sum(files.filter(({ atStart }) => atStart)), files }
}

/**
 * Returns the scripts that index.html names, and those that they import before they run; none of `import(…)`.
 * @param {string} folder
 * @returns {Set<string>}
 */
function startFiles(folder) {
  const found = new Set()
  const visit = (/** @type {string} */ name) => {
    if (found.has(name)) return
    found.add(name)
    if (!name.endsWith('.js')) return
    const code = fs.readFileSync(path.join(folder, 'assets', name), 'utf8')
    for (const [, imported] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) visit(imported)
  }
  const page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8')
  for (const [, named] of page.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)) visit(named)
  return found
}
