import { describe, expect, it } from 'vitest'
import { findLeadingLines, lengthOfLines } from '../../../src/core/data/leading-lines'

describe('findLeadingLines', () => {
  it.each([
    ['none', 'a,b\n1,2\n', {}, { count: 0, comments: 0, length: 0 }],
    ["Excel's", 'sep=;\r\na;b\r\n', {}, { count: 1, comments: 0, length: 7, separator: ';' }],
    ['comments', '# x\n#y\na,b\n', {}, { count: 2, comments: 2, length: 7, beforeLast: 4 }],
    ['those of MATLAB', '% x\n%% y\na,b\n', {}, { count: 2, comments: 2, comment: '%', length: 9, beforeLast: 4 }],
    ['those of programs', '// x\na,b\n', {}, { count: 1, comments: 1, comment: '//', length: 5 }],
    ['both', 'sep=|\n# x\na|b\n', {}, { count: 2, comments: 1, separator: '|' }],
    ['those asked for', 'x\ry\ra,b\r', { skip: 2 }, { count: 2, comments: 0, length: 4 }],
    ['an unknown separator', 'sep=:\na:b\n', {}, { count: 0 }]
  ] as const)('finds %s', (_, text, options, expected) => expect(findLeadingLines(text, options)).toMatchObject(expected))
})

describe('lengthOfLines', () => {
  it('counts all kinds of line ends', () => {
    const bytes = new TextEncoder().encode('a\r\nbb\rc\nd')
    expect([0, 1, 2, 3, 4, 9].map((count) => lengthOfLines(bytes, count))).toEqual([0, 3, 6, 8, 9, 9])
  })
})
