import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { cacheDir, root } from '../lib/paths.mjs'

/**
 * Loads scripts/bench/NAME.ts with the core in it, bundled first as the command line is, so that the loops run as they do there.
 * @param {string} name
 */
export async function bundled(name) {
  const outDir = path.join(cacheDir, 'bench')
  await build({
    root,
    configFile: path.join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: {
      ssr: `scripts/bench/${name}.ts`,
      outDir,
      emptyOutDir: false,
      license: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } }
    }
  })
  return import(pathToFileURL(path.join(outDir, `${name}.mjs`)).href)
}
