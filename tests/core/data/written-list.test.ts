import { describe, expect, it } from 'vitest'
import { pairOf, piecesOf, unquoted } from '#core'

describe('the pieces of a list', () => {
  it.each([
    ['a, b ,c', [',', ['a', 'b', 'c']]],
    ['', [',', ['']]],
    [',a,', [',', ['', 'a', '']]],
    ['"a, b" , "say ""x, y""",c', [',', ['"a, b"', '"say ""x, y"""', 'c']]],
    // Quotes within a name are letters, and so is one that is not closed.
    ['5" pipe,3" pipe', [',', ['5" pipe', '3" pipe']]],
    ['"a,b', [',', ['"a', 'b']]],
    ['A=[1,2;3,4],B=[[1,2],[3,4]]，x=2', [',，', ['A=[1,2;3,4]', 'B=[[1,2],[3,4]]', 'x=2']]],
    ['a:x=1,y=2;b:z=3', [';', ['a:x=1,y=2', 'b:z=3']]]
  ] as const)('%s', (text, [marks, pieces]) => expect(piecesOf(text, marks)).toEqual(pieces))
})

describe('a pair', () => {
  it.each([
    ['a=1', ['a', '1']],
    [' a b = -2 ', ['a b', '-2']],
    ['"a=b" = 3', ['a=b', '3']],
    ['"say ""x"""=4', ['say "x"', '4']],
    ['ｘ＝5', ['ｘ', '5']],
    ['=1', ['', '1']],
    ['a=', ['a', '']]
  ])('%s', (piece, pair) => expect(pairOf(piece)).toEqual(pair))

  it.each(['a', '', 'a=1=2', 'a==1'])('is not %s', (piece) => expect(pairOf(piece)).toBeNull())
})

describe('a name', () => {
  it.each([
    ['"a, b"', 'a, b'],
    ['"say ""x"""', 'say "x"'],
    ['5"', '5"'],
    ['"', '"'],
    ['"a" b', '"a" b']
  ])('%s is %s', (name, plain) => expect(unquoted(name)).toBe(plain))
})
