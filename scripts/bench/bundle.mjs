import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { cacheDir, root } from '../lib/paths.mjs'

/**
 * Bundles a TypeScript program of scripts/ with all it imports, as the command line is bundled. Returns the module's path.
 * @param {string} entry below scripts/, without its ending
 */
export async function bundle(entry) {
  const { dir, base } = path.parse(entry)
  const outDir = path.join(cacheDir, dir)
  await build({
    root,
    configFile: path.join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: {
      ssr: `scripts/${entry}.ts`,
      outDir,
      emptyOutDir: false,
      license: false,
      rolldownOptions: { output: { entryFileNames: `${base}.mjs` } }
    }
  })
  return path.join(outDir, `${base}.mjs`)
}

/**
 * Loads scripts/bench/NAME.ts with the core in it, so that the loops run as they do in the command line.
 * @param {string} name
 */
export async function bundled(name) {
  return import(pathToFileURL(await bundle(`bench/${name}`)).href)
}
