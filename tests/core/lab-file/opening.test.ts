import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/core/messages/app-error'
import { readOpening } from '../../../src/core/lab-file/opening'

const read = (...lines: string[]) =>
  readOpening(
    lines.map((text, i) => ({ number: i + 4, text })),
    3
  )
const errorOf = (...lines: string[]) => {
  try {
    read(...lines)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details }
    throw error
  }
  throw new Error('it was read')
}

describe('what a section opens', () => {
  it('is a program with numbers and matrices, or an example of the microscope', () => {
    expect(read('page: graph    program: x * W', 'inputs: x = -2; W = [[1, 0], [0, 2]]')).toEqual({
      page: 'graph',
      program: 'x * W',
      inputs: {
        x: -2,
        W: [
          [1, 0],
          [0, 2]
        ]
      }
    })
    expect(read('page: microscope    example: note-000')).toEqual({ page: 'microscope', example: 'note-000' })
  })

  it.each([
    [['page: workbench'], { line: 4, key: 'page' }],
    [['page: graph'], { code: 'lab-file.missing', key: 'program' }],
    [['page: graph', 'program: x +'], { line: 5, key: 'program' }],
    [['page: graph', 'program: x', 'inputs: x'], { line: 6, key: 'inputs', text: 'x' }],
    [['page: graph', 'program: x', 'inputs: x = two'], { line: 6, key: 'inputs' }],
    [['page: graph', 'program: x', 'example: note-000'], { line: 6, text: 'note-000' }],
    [['page: microscope', 'example: note-999'], { line: 5, key: 'example' }],
    [['page: microscope', 'program: x'], { line: 5, text: 'x' }]
  ])('is refused by line and field: %j', (lines, error) => {
    expect(errorOf(...lines)).toMatchObject(error)
  })
})
