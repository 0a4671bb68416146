import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { grammars } from './scripts/grammars-plugin.ts'
import { withoutTerminalTexts } from './scripts/terminal-texts-plugin.ts'
import { katexFonts } from './scripts/katex-fonts-plugin.ts'
import { kernels } from './scripts/kernels-plugin.ts'

/** Modules that do nothing when they are imported: the engine's, and the libraries that only some of them use. */
const PURE = /[\\/](src[\\/](core|shared)|papaparse|fflate|@noble[\\/]hashes)[\\/]/

/**
 * Everything is bundled and only Electron and Node's own modules stay outside: the packaged app carries no node_modules.
 * (`externalizeDeps` looks at "dependencies", which this project leaves empty on purpose; it is switched off so that nobody wonders.)
 */
export default defineConfig({
  main: {
    plugins: [kernels(), grammars()],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      minify: true,
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: { input: { index: 'src/main/index.ts' } }
    }
  },
  preload: {
    plugins: [grammars()],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      minify: true,
      // A sandboxed preload must be one CommonJS file, and in a package of type "module" that needs the extension .cjs.
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [vue(), katexFonts(), withoutTerminalTexts(), grammars()],
    // A bundle of its own: what computes in it is not loaded by the page.
    worker: {
      format: 'es',
      plugins: () => [grammars()],
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => !PURE.test(id) } }
    },
    build: {
      outDir: 'out/renderer',
      minify: true,
      // Pictures inlined as data: URLs would be allowed by the content policy, but fonts would not.
      assetsInlineLimit: 0,
      // The preload helper injects scripts and styles for other pages; there is one page.
      modulePreload: false,
      license: { fileName: 'LICENSES.md' },
      rolldownOptions: {
        // In development Vite looks for it from `root`, to find the dependencies to bundle.
        input: { index: resolve('src/renderer/index.html') },
        // The page takes a part of the engine; what reads tables and archives stays out of it, and so do the schemas (made by
        // valibot's functions and `answers`), which check what has come from the page.
        treeshake: { moduleSideEffects: (id) => !PURE.test(id), manualPureFunctions: ['v', 'answers'] },
        // What the page and the parts loaded later have in common is one file and not a dozen: they compress better together.
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } }
      }
    },
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      // Its components and its directive, of which none is used.
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false'
    }
  }
})
