import { describe, expect, it } from 'vitest'
import { isMissing } from '../../../src/core/data/missing'
import { readRecords } from '../../../src/core/data/records'
import { findTop } from '../../../src/core/data/table-top'

const body = (row: (i: number) => string) => Array.from({ length: 40 }, (_, i) => row(i)).join('\n')
const topOf = (text: string) => findTop(readRecords(text).records, isMissing)
const numbers = body((i) => `${i / 10},${i % 7}`)

describe('the top of a table', () => {
  it.each([
    ['below settings of an instrument', `Record Length,2500\nUnits,V\nTIME,CH1\n${numbers}`, { names: 2, hasUnits: false }],
    ['above a row of units', `TIME,CH1\ns,V\n${numbers}`, { names: 0, hasUnits: true }],
    ['below settings and above units', `Record Length,2500\nTIME,CH1\ns,V\n${numbers}`, { names: 1, hasUnits: true }],
    ['below a title', `Run 3\nTIME,CH1\n${numbers}`, { names: 1, hasUnits: false }],
    ['above units and one row', 'x,y\nm,s\n1,2', { names: 0, hasUnits: true }],
    ['above units beside settings', `X,CH1,Start\nSequence,Volt,-6e-3\n${body((i) => `${i},${i / 10},`)}`, { names: 0, hasUnits: true }],
    ['above units of one column', `name,height\n,cm\n${body((i) => `n${i},${i}`)}`, { names: 0, hasUnits: true }],
    ['above units of some columns', `f,phase,label\nHz,,\n${body((i) => `${i},${i % 9},${'ab'[i % 2]}`)}`, { names: 0, hasUnits: true }]
  ])('is found %s', (_, text, top) => expect(topOf(text)).toEqual(top))

  it.each([
    ['in the first row', `TIME,CH1\n${numbers}`],
    ['in no row', numbers],
    ['above rows with a missing value', `TIME,CH1\nNA,3\n,4\n${numbers}`],
    ['above a mistyped first row', `age,weight\n12abc,7\n${numbers}`],
    ['above texts alone', `a,b\n${body((i) => `x${i},y${i}`)}`],
    ['in two rows of which the first is no units', `Ann,Bob\nage,weight\n${body((i) => `a${i},b`)}`]
  ])('is not sought where the names are %s', (_, text) => expect(topOf(text)).toBeNull())

  it.each([
    ['a letter beside a number', 'code,y\nA,1\n3,4\n5,6\n7,8'],
    ['a single letter', 'code\nA\n3\n5\n7'],
    ['a letter beside a name', 'x,name\nm,Ann\n3,Bob\n4,Cid\n5,Dan'],
    ['a missing number beside a letter', `x,y\nNA,m\n${body((i) => `${i},${'ms'[i % 2]}`)}`]
  ])('does not take %s for units', (_, text) => expect(topOf(text)?.hasUnits ?? false).toBe(false))
})
