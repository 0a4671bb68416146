import path from 'node:path'
import { build } from 'vite'
import { cacheDir, root } from '../lib/paths.mjs'

const folder = path.join(cacheDir, 'bench')

/**
 * Bundles our own contenders as the command line is bundled, so that they run as the engine runs there.
 * @returns {Promise<{ trainer: string, loops: string }>} their files
 */
export async function buildContenders() {
  for (const name of ['trainer', 'loops']) {
    await build({
      root,
      configFile: path.join(root, 'vite.cli.config.ts'),
      logLevel: 'error',
      build: {
        ssr: `bench/contenders/${name}.ts`,
        outDir: folder,
        emptyOutDir: false,
        license: false,
        rolldownOptions: { output: { entryFileNames: `${name}.mjs` } }
      }
    })
  }
  return { trainer: path.join(folder, 'trainer.mjs'), loops: path.join(folder, 'loops.mjs') }
}
