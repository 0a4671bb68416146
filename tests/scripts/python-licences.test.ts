import { expect, it } from 'vitest'
import { completeLicences } from '../../scripts/lib/python/licences.mjs'
import { readLicenceList } from '../../src/main/licences'

const bundled = `# Licenses

The app bundles dependencies which contain the following licenses:

## @cowasm/kernel - 0.28.0 (BSD-3-Clause)

## @wapython/unionfs - 4.5.7

This is free and unencumbered software released into the public domain.

## events - 3.3.0 (MIT)

Copyright Joyent
`

it('every package that runs Python has its licence and its text, Python and NumPy as well', () => {
  const packages = readLicenceList(completeLicences(bundled))
  expect(packages.map(({ name, licence }) => [name, licence])).toEqual([
    ['@cowasm/kernel', 'BSD-3-Clause'],
    ['@wapython/unionfs', 'Unlicense'],
    ['events', 'MIT'],
    ['python-wasm', 'BSD-3-Clause'],
    ['@cowasm/py-numpy', 'BSD-3-Clause'],
    ['python', 'PSF-2.0'],
    ['numpy', 'BSD-3-Clause']
  ])
  for (const [name, words] of [
    ['@cowasm/kernel', 'Copyright (c) 2022, SageMath, Inc.'],
    ['events', 'Copyright Joyent'],
    ['python', 'Python Software Foundation'],
    ['numpy', 'NumPy Developers']
  ])
    expect(packages.find((one) => one.name === name)?.text).toContain(words)
})

it('a package whose licence nobody knows stops the build by its name', () => {
  expect(() => completeLicences('## new-package - 1.0.0 (MIT)\n\n')).toThrow('The licence of new-package')
})
