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

/** The imports of a file: packages by name, our own files by path from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const script = file.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n') : text
  return ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => resolveImport(file, fileName.split('?')[0]))
}

function resolveImport(from: string, name: string): string {
  if (name === '#core') return 'src/core/index.ts'
  if (name === '#shared/contract') return 'src/shared/contract/index.ts'
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
  engine: ['core', 'shared', 'node'],
  // A package is its own command line, so main can start it.
  main: ['core', 'shared', 'node', 'engine', 'cli'],
  cli: ['core', 'shared', 'node'],
  renderer: ['core', 'shared']
}

const nodeOrElectron = /^(node:|electron$|electron\/)/
const windowLibraries = /^(vue|vue-i18n|chart\.js|chartjs-|@vueuse\/|@tanstack\/)/

function isAllowed(layer: string, target: string): boolean {
  if (!target.startsWith('src/')) {
    if (['core', 'shared', 'renderer'].includes(layer) && nodeOrElectron.test(target)) return false
    if (['node', 'engine', 'cli'].includes(layer) && /^electron/.test(target)) return false
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

/** Every ring that the edges form, as text; none where they go one way. */
function ringsOf(nodes: Iterable<string>, targetsOf: (node: string) => Iterable<string>): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const rings: string[] = []
  const visit = (node: string, path: readonly string[]): void => {
    if (state.get(node) === 'done') return
    if (state.get(node) === 'open') {
      rings.push([...path.slice(path.indexOf(node)), node].join(' → '))
      return
    }
    state.set(node, 'open')
    for (const target of targetsOf(node)) visit(target, [...path, node])
    state.set(node, 'done')
  }
  for (const node of nodes) visit(node, [])
  return rings
}

/** Which folders the files of a folder import from; the entry of the core, which imports every folder of it, apart. */
function folderImports(): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>()
  for (const file of files) {
    if (file === 'src/core/index.ts') continue
    const folder = dirname(file)
    const targets = edges.get(folder) ?? new Set()
    for (const target of imports.get(file) ?? []) {
      if (known.has(target) && target !== 'src/core/index.ts' && dirname(target) !== folder) targets.add(dirname(target))
    }
    edges.set(folder, targets)
  }
  return edges
}

describe('the imports', () => {
  it('of files form no ring', () => {
    expect(ringsOf(files, (file) => (imports.get(file) ?? []).filter((target) => known.has(target)))).toEqual([])
  })

  it('of folders form no ring', () => {
    const edges = folderImports()
    expect(ringsOf(edges.keys(), (folder) => edges.get(folder) ?? [])).toEqual([])
  })

  it('of the core name no deep path of its own entry', () => {
    const inward = files.filter((file) => layerOf(file) === 'core' && (imports.get(file) ?? []).includes('src/core/index.ts'))
    expect(inward).toEqual([])
  })
})

describe('the tests', () => {
  it('mirror the sources: a test of a folder of src lies in the folder of that name', () => {
    const folders = new Set(
      files.flatMap((file) => {
        const parts = dirname(file).split('/').slice(1)
        return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))
      })
    )
    const tests = filesBelow(join(root, 'tests'), ['.test.ts'])
      .map((file) => dirname(file).split('/').slice(1).join('/'))
      .filter((folder) => folder !== '' && !/^(e2e|scripts|reference)/.test(folder))
    expect(tests.filter((folder) => !folders.has(folder))).toEqual([])
  })
})
