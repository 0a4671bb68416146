import { expect, test } from 'vitest'
import { linesOf, problemOf } from '../../support/sources'

test('IDX: an image a row, a label a row', async () => {
  expect(await linesOf(Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 255]))).toEqual([
    'pixel0,pixel1',
    '1,2',
    '3,255'
  ])
  expect(await linesOf(Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 2, 7, 9]))).toEqual(['label', '7', '9'])
})

test('IDX: numbers of other types are big-endian', async () => {
  expect(await linesOf(Uint8Array.from([0, 0, 0x0b, 1, 0, 0, 0, 2, 0xff, 0xfe, 1, 0]))).toEqual(['label', '-2', '256'])
})

test('IDX that is cut, or empty, is refused', async () => {
  expect(await problemOf(Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 3, 7, 9]))).toMatchObject({ code: 'format.size' })
  expect(await problemOf(Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 0]))).toMatchObject({ code: 'data.empty-file' })
})
