import { defineConfig } from 'vite'
import { grammars } from './scripts/grammars-plugin.ts'
import { kernels } from './scripts/kernels-plugin.ts'

/** The command line as one ES module that plain Node runs, without node_modules and without Electron. */
export default defineConfig({
  plugins: [kernels(), grammars()],
  build: {
    ssr: 'src/cli/index.ts',
    outDir: 'out/cli',
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: { output: { format: 'es', entryFileNames: 'index.js', codeSplitting: false } }
  },
  ssr: { noExternal: true, target: 'node' }
})
