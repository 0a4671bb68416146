import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname
const nothing = path.join(here, 'host', 'nothing.mjs')
const shims = path.join(here, 'host', 'shims.mjs')

/** The page that is shown to nobody. */
const PAGE = '<!doctype html><meta charset="utf-8"><title>Python</title><script type="module" src="page.mjs"></script>\n'

/**
 * Bundles the page, the worker and the child process that run Python from the packages, and lists the licences of what went in.
 * @param {string} packages a folder with the packages installed
 * @param {string} into
 */
export async function bundleHosts(packages, into) {
  const installed = path.join(packages, 'node_modules')
  // The sources are bundled beside the packages that they import.
  const host = path.join(packages, 'host')
  fs.cpSync(path.join(here, 'host'), host, { recursive: true })
  fs.writeFileSync(path.join(into, 'index.html'), PAGE)
  await build({
    configFile: false,
    root: packages,
    logLevel: 'error',
    // They are written for browsers, with what bundlers once put in the place of Node's.
    define: { process: 'hostProcess', Buffer: 'hostBuffer', global: 'globalThis', self: 'globalThis', __dirname: '"/"' },
    resolve: {
      alias: [
        { find: /^(fs|crypto|os|child_process|node:process|process|worker_threads)$/, replacement: nothing },
        { find: /^path$/, replacement: path.join(installed, 'path-browserify') },
        { find: /^stream$/, replacement: path.join(installed, 'stream-browserify') },
        { find: /^(events|assert|util|url|buffer)\/?$/, replacement: `${installed}/$1/` }
      ]
    },
    build: {
      outDir: into,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: {
        input: { child: path.join(host, 'child.mjs'), worker: path.join(host, 'worker.mjs'), page: path.join(host, 'page.mjs') },
        external: ['node:fs'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
        transform: { inject: { hostProcess: [shims, 'process'], hostBuffer: [shims, 'Buffer'] } }
      }
    }
  })
}
