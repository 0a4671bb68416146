import { expect, test } from 'vitest'
import { installCommand, parseMissing } from '../../scripts/lib/system-libraries.mjs'

const ldd = `	linux-vdso.so.1 (0x00007ffd0a5f2000)
	libffmpeg.so => /app/libffmpeg.so (0x00007f2b1c000000)
	libgtk-3.so.0 => not found
	libgobject-2.0.so.0 => /lib/x86_64-linux-gnu/libgobject-2.0.so.0 (0x00007f2b1be00000)
	libasound.so.2 => not found
	libgtk-3.so.0 => not found
`

test('the libraries that were not found are listed once each', () => {
  expect(parseMissing(ldd)).toEqual(['libasound.so.2', 'libgtk-3.so.0'])
})

test('nothing is missing when everything was found or nothing was linked', () => {
  expect(parseMissing('	libc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([])
  expect(parseMissing('	not a dynamic executable\n')).toEqual([])
})

test('the command to type uses sudo unless one is root already', () => {
  expect(installCommand(['libnss3', 'xvfb'], false)).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 xvfb'
  )
  expect(installCommand(['libnss3'], true)).toBe('apt-get update && apt-get install -y --no-install-recommends libnss3')
})
