import { expect, test } from 'vitest'
import { linesOf, problemOf } from '../../support/sources'

test('ARFF: names, comments and quotes', async () => {
  const text = `% a comment\n\n@RELATION 'iris x'\n@attribute 'sepal length' numeric % cm\n@ATTRIBUTE w REAL\n@attribute class {a,'b, c'}\n@data\n% another\n5.1, 3.5,a\n4.9,?,'b, c'\n1,2,"d\\"e"\n`
  expect(await linesOf(text)).toEqual(['sepal length,w,class', '5.1,3.5,a', '4.9,?,"b, c"', '1,2,"d""e"'])
})

test('ARFF: lines that leave zeros out', async () => {
  const text = "@relation s\n@attribute a numeric\n@attribute b numeric\n@attribute c {u,v}\n@data\n{0 1.5, 2 v}\n{1 3}\n{}\n{2 'v'}\n"
  expect(await linesOf(text)).toEqual(['a,b,c', '1.5,0,v', '0,3,u', '0,0,u', '0,0,v'])
})

test('ARFF without data or names is refused', async () => {
  expect(await problemOf('@relation a\n@attribute b numeric\n')).toMatchObject({
    code: 'data.source-damaged',
    details: { reason: '@data' }
  })
  expect(await problemOf('@relation a\n@data\n1\n')).toMatchObject({ details: { reason: '@attribute' } })
  expect(await problemOf('@relation a\n@attribute b numeric\n@data\n{7 1}\n')).toMatchObject({ code: 'data.source-damaged' })
})

test('ARFF begins behind blank lines and comments, and a file of nothing else is no endless search for it', async () => {
  const text = '\n  \r\n% by hand\n \t@RELATION r\n@attribute a numeric\n@data\n1\n'
  expect(await linesOf(text)).toEqual(['a', '1'])
  expect((await linesOf('\n'.repeat(100_000))).every((line) => line === '')).toBe(true)
})
