import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { runnerImport, type Plugin } from 'vite'
import { tilesSource } from './kernel-tiles.ts'

const MODULE = 'virtual:kernels'
/** electron-vite bundles its configuration, and this file with it, into the top folder before it runs it. */
const root = existsSync(path.join(import.meta.dirname, 'package.json')) ? import.meta.dirname : path.dirname(import.meta.dirname)
const sources = path.join(root, 'src/core/machines/wasm/assembly')
const cache = path.join(root, '.cache/kernels')
const catalogue = path.join(root, 'scripts/kernel-catalogue.ts')

/**
 * Memory is shared between threads and made by the caller, as large as a plan needs, up to the 4 GiB of wasm32. That it has one page at
 * least halves what a bounds check costs. -O3 would gather all terms of a sum that a tile takes by turns, and so wait for each.
 */
const flags = [
  '-O2',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'threads',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536'
]

/** The two builds of one source, with the same results: multiply-adds by the processor, or emulated where it has none. */
const builds = { fused: [...flags, '--enable', 'relaxed-simd'], emulated: flags } as const

/**
 * `virtual:kernels`: the WebAssembly kernels as bytes, compiled from AssemblyScript when a source has changed since the last time.
 * Throws: the compiler's own messages, when a source is wrong.
 */
export function kernels(): Plugin {
  return {
    name: 'backprop-lab-kernels',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null
      const written = await readSources()
      const generated = await generatedSources()
      for (const name of written.keys()) this.addWatchFile(path.join(sources, name))
      for (const file of generated.dependencies) this.addWatchFile(path.resolve(root, file))
      const files = new Map([...written, ...generated.files])
      const compiled = Object.keys(builds).map(async (name) => {
        const bytes = await binaryOf(files, builds[name as keyof typeof builds])
        return `export const ${name} = decode(${JSON.stringify(bytes.toString('base64'))})`
      })
      const decode = 'const decode = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))'
      return [decode, ...(await Promise.all(compiled))].join('\n')
    }
  }
}

/** The sources in the repository, by name. */
async function readSources(): Promise<Map<string, string>> {
  const names = (await fs.readdir(sources)).filter((name) => name.endsWith('.ts')).sort()
  const read = names.map(async (name) => [name, await fs.readFile(path.join(sources, name), 'utf8')] as const)
  return new Map(await Promise.all(read))
}

/**
 * The sources that follow from the catalogues and from the shapes of the tiles, by name. The catalogues are loaded by Vite and not
 * imported above, since they are the app's own modules and no part of a build configuration.
 */
async function generatedSources(): Promise<{ files: Map<string, string>; dependencies: readonly string[] }> {
  const { module, dependencies } = await runnerImport<typeof import('./kernel-catalogue.ts')>(catalogue, { root, logLevel: 'warn' })
  const files = new Map([
    ['tiles.ts', tilesSource()],
    ['catalogue.ts', module.catalogueSource()],
    ['contexts.ts', module.contextsSource()]
  ])
  return { files, dependencies: [catalogue, ...dependencies] }
}

/** The compiled module, from the cache when these very sources were compiled before by this very compiler. */
async function binaryOf(files: ReadonlyMap<string, string>, options: readonly string[]): Promise<Buffer> {
  const manifest = await fs.readFile(path.join(root, 'node_modules/assemblyscript/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const hash = createHash('sha256')
    .update(JSON.stringify([version, options, [...files]]))
    .digest('hex')
  const kept = path.join(cache, `${hash.slice(0, 32)}.wasm`)
  const known = await fs.readFile(kept).catch(() => null)
  if (known) return known
  const bytes = await compile(files, options)
  await fs.mkdir(cache, { recursive: true })
  // Aside first, then renamed: a build at the same time, here or in another process, never reads half a file.
  const aside = `${kept}.${randomUUID()}`
  await fs.writeFile(aside, bytes)
  await fs.rename(aside, kept)
  return bytes
}

async function compile(files: ReadonlyMap<string, string>, options: readonly string[]): Promise<Buffer> {
  const { default: asc } = await import('assemblyscript/asc')
  let bytes: Buffer | null = null
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'kernels.wasm', ...options], {
    readFile: (name) => files.get(name) ?? null,
    writeFile: (_name, contents) => {
      bytes = Buffer.from(contents as Uint8Array)
    },
    listFiles: () => []
  })
  if (error || !bytes) throw new Error(`The kernels could not be compiled:\n${stderr.toString()}${error?.message ?? ''}`)
  return bytes
}
