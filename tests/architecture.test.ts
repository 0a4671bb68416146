import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')

function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts'))
}

const files = filesBelow(source, ['.ts', '.vue'])
const known = new Set(files)

/** What a file imports: packages by name, our own files by path from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const script = file.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n') : text
  return ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => resolveImport(file, fileName.split('?')[0]))
}

function resolveImport(from: string, name: string): string {
  if (name === '#core') return 'src/core/index.ts'
  if (name.startsWith('#shared/')) return `src/shared/${name.slice(8)}.ts`
  if (!name.startsWith('.')) return name
  const path = join(dirname(from), name).split(sep).join('/')
  return [path, `${path}.ts`, `${path}.vue`, `${path}/index.ts`].find((candidate) => known.has(candidate)) ?? path
}

const imports = new Map(files.map((file) => [file, importsOf(file)]))

/** The part of the house a file belongs to. */
function layerOf(file: string): string {
  return file.split('/')[1]
}

/** Which parts each part may import, beside itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  shared: ['core'],
  node: ['core', 'shared'],
  preload: ['shared'],
  // A package is its own command line, so main can start it.
  main: ['core', 'shared', 'node', 'cli'],
  cli: ['core', 'shared', 'node'],
  renderer: ['core', 'shared']
}

const nodeOrElectron = /^(node:|electron$|electron\/)/
const windowLibraries = /^(vue|vue-i18n|chart\.js|chartjs-|@vueuse\/|@tanstack\/)/

function isAllowed(layer: string, target: string): boolean {
  if (!target.startsWith('src/')) {
    if (['core', 'shared', 'renderer'].includes(layer) && nodeOrElectron.test(target)) return false
    if (['node', 'cli'].includes(layer) && /^electron/.test(target)) return false
    return layer === 'renderer' || !windowLibraries.test(target)
  }
  const other = layerOf(target)
  if (other === layer) return true
  return arrows[layer].includes(other) && (other !== 'core' || target === 'src/core/index.ts')
}

describe('the arrows between the parts of the house', () => {
  it.each(Object.keys(arrows))('src/%s imports only what it may import', (layer) => {
    const wrong = files
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) => (imports.get(file) ?? []).filter((target) => !isAllowed(layer, target)).map((target) => `${file} → ${target}`))
    expect(wrong).toEqual([])
  })

  it('belong to parts that have their rules here', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in arrows))).toEqual([])
  })
})

describe('the imports', () => {
  it('go in no circle', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const target of imports.get(file) ?? []) if (known.has(target)) visit(target, [...path, file])
      state.set(file, 'done')
    }
    files.forEach((file) => visit(file, []))
    expect(circles).toEqual([])
  })

  it('of the engine name no deep path of its own entry', () => {
    const inward = files.filter((file) => layerOf(file) === 'core' && (imports.get(file) ?? []).includes('src/core/index.ts'))
    expect(inward).toEqual([])
  })
})

describe('the tests', () => {
  it('mirror the sources: a test of a folder of src lies in the folder of that name', () => {
    const folders = new Set(files.flatMap((file) => {
      const parts = dirname(file).split('/').slice(1)
      return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))
    }))
    const tests = filesBelow(join(root, 'tests'), ['.test.ts'])
      .map((file) => dirname(file).split('/').slice(1).join('/'))
      .filter((folder) => folder !== '' && !/^(e2e|scripts)/.test(folder))
    expect(tests.filter((folder) => !folders.has(folder))).toEqual([])
  })
})
