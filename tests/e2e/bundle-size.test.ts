import path from 'node:path'
import { expect, it } from 'vitest'
import { bundleSize, LIMIT_BYTES } from '../../scripts/lib/bundle-size.mjs'
import { root } from './support/launch'

it('loads a page of less than 450 KB, compressed', () => {
  const { total, start, files } = bundleSize(path.join(root, 'out', 'renderer'))
  console.log(`the page: ${Math.round(total / 1024)} KB in ${files.length} files, ${Math.round(start / 1024)} KB of it at the start`)
  expect(start).toBeGreaterThan(50_000)
  expect(total).toBeLessThan(LIMIT_BYTES)
})
