import fs from 'node:fs'
import path from 'node:path'
import asc from 'assemblyscript/asc'
import { build } from 'vite'
import { cacheDir, root } from '../lib/paths.mjs'
import { Stop } from '../lib/say.mjs'

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
  await buildPeak()
  return { trainer: path.join(folder, 'trainer.mjs'), loops: path.join(folder, 'loops.mjs') }
}

/** The kernel that measures what one core can do at most, beside the contenders. */
async function buildPeak() {
  const source = fs.readFileSync(path.join(root, 'bench', 'peak', 'assembly', 'index.ts'), 'utf8')
  const flags = [
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
    '--initialMemory',
    '1',
    '--memoryBase',
    '1024',
    '--enable',
    'simd',
    '--enable',
    'relaxed-simd'
  ]
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'peak.wasm', ...flags], {
    readFile: (name) => (name === 'index.ts' ? source : null),
    writeFile: (_name, contents) => fs.writeFileSync(path.join(folder, 'peak.wasm'), contents),
    listFiles: () => []
  })
  if (error) throw new Stop(`The kernel of the peak could not be compiled: ${stderr.toString()}`)
}
