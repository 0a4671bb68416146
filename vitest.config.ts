import vue from '@vitejs/plugin-vue'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import SummaryReporter from './scripts/lib/summary-reporter.mjs'
import { grammars } from './scripts/grammars-plugin.ts'
import { kernels } from './scripts/kernels-plugin.ts'

/** Files that measure times or memory, kill processes, or build: they have the machine to themselves. */
const ALONE = ['cards', 'engine-death', 'large-file', 'memory', 'package', 'responsiveness', 'wide-table'].map(
  (name) => `tests/e2e/${name}.test.ts`
)

const endToEnd = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  setupFiles: ['tests/e2e/support/display.ts']
}

/** Where the scripts that run tests want them counted. */
const { TEST_REPORT } = process.env

/** `unit` runs anywhere; the others drive a real Electron window and need the built app (scripts/e2e.mjs). */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    reporters: ['default', ...(TEST_REPORT ? [new SummaryReporter({ outputFile: TEST_REPORT })] : [])],
    projects: [
      {
        plugins: [vue(), kernels(), grammars()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          // Files share a process and what they import, which loading for each would cost more than the tests themselves.
          isolate: false,
          // They end what hangs: on a busy machine anything may take many times as long as here.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Style sheets are emptied in tests, but not where a test reads one as text.
          css: { include: [/\.css\?raw$/] }
        }
      },
      {
        plugins: [grammars()],
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 1 },
          ...endToEnd
        }
      },
      {
        plugins: [grammars()],
        test: { name: 'e2e-alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 }, ...endToEnd }
      }
    ]
  }
})
