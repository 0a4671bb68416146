import path from 'node:path'
import { expect, it } from 'vitest'
import { bundleSize, START_LIMIT_BYTES } from '../../scripts/lib/bundle-size.mjs'
import { checkPageLibraries } from '../../scripts/lib/page-libraries.mjs'
import { root } from './support/launch'

const page = path.join(root, 'out', 'renderer')

it('loads less than 400 KB before it shows anything, compressed', () => {
  const { total, start, files } = bundleSize(page)
  console.log(`the page: ${Math.round(total / 1024)} KB in ${files.length} files, ${Math.round(start / 1024)} KB of it at the start`)
  expect(start).toBeGreaterThan(50_000)
  expect(start).toBeLessThan(START_LIMIT_BYTES)
})

it('has a reason for each library in the page, and no reason for one that is not', () => {
  const { found, withoutReason, unused } = checkPageLibraries(page)
  expect(found).toContain('vue')
  expect({ withoutReason, unused }).toEqual({ withoutReason: [], unused: [] })
})
