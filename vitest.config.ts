import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { kernels } from './scripts/kernels-plugin.ts'

/** Two suites: `unit` runs anywhere; `e2e` drives a real Electron window and wants the built app (scripts/e2e.mjs). */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [vue(), kernels()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          testTimeout: 30_000,
          // Style sheets are emptied in tests, but not where a test reads one as text.
          css: { include: [/\.css\?raw$/] }
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          // A window on a busy machine: what fails once and not again is named in the output as retried.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000
        }
      }
    ]
  }
})
