import { describe, expect, it } from 'vitest'
import { AppError, manualRows, readCsv, readManualMarks, withManualMarks, withMark, type ManualMark, type Mark } from '#core'

const part = (name: string, points: number | null, of: number) => ({ name: { zh: name, en: name }, points, of })
const mark = (section: string, points: number | null, of: number, parts: Mark['parts'] = []): Mark => ({
  section,
  points,
  of,
  parts,
  sentences: [],
  mistakes: []
})
const line = (task: string, part: string, points: string, remark = ''): ManualMark => ({
  answer: 'S1',
  task,
  part,
  points,
  remark,
  line: 2
})

/** A text with two lines of a rubric, a program with 1 point taken off for a hint, and a whole task that is open. */
const marks = [
  mark('f1', null, 3, [part('mask', null, 2), part('example', null, 1)]),
  mark('c1', 3, 5, [part('ds', 2, 2), part('dW1', 2, 3)]),
  mark('r1', null, 2)
]
const pointsWith = (...given: ManualMark[]) => withManualMarks(marks, given).marks.map(({ points }) => points)

describe('marks that a person gives', () => {
  it('are open until every part has its points', () => {
    expect(pointsWith()).toEqual([null, 3, null])
    expect(pointsWith(line('f1', '1 mask', '1.5'))).toEqual([null, 3, null])
    expect(pointsWith(line('f1', '1 mask', '1.5'), line('f1', '2 example', '1'))).toEqual([2.5, 3, null])
  })

  it('may be written with a decimal comma', () => {
    expect(pointsWith(line('r1', '', '1,5'))).toEqual([null, 3, 1.5])
  })

  it('of a whole task go before those of a machine', () => {
    expect(pointsWith(line('c1', '', '5'), line('f1', '', '0'))).toEqual([0, 5, null])
  })

  it('of a part that was marked change the sum, and what hints cost stays off', () => {
    expect(pointsWith(line('c1', '2 dW1', '3'))).toEqual([null, 4, null])
  })

  it.each(['4', '-1', 'two', 'Infinity'])('of %s stay open and are named with their line', (points) => {
    const { marks: after, problems } = withManualMarks(marks, [line('r1', '', points)])
    expect(after[2].points).toBeNull()
    expect(problems.map(({ code, details }) => [code, details.line, details.of])).toEqual([['lab-collect.bad-mark', 2, 2]])
  })

  it('come with remarks, by task', () => {
    expect([...withManualMarks(marks, [line('f1', '1 mask', '', 'see Z'), line('f1', '2 example', '')]).remarks]).toEqual([
      ['f1', ['see Z']]
    ])
  })
})

describe('the lines that a person fills in', () => {
  it('go task by task, with what was given before and what belongs to nobody now', () => {
    const others = [
      { code: 'S1', marks },
      { code: 'S2', marks }
    ]
    const stray = { ...line('q9', '', '1'), answer: 'S9' }
    expect(manualRows(others, [line('f1', '2 example', '1', 'good'), stray]).map((cells) => cells.slice(0, 4).join(' '))).toEqual([
      'S1 f1 1 mask ',
      'S1 f1 2 example 1',
      'S2 f1 1 mask ',
      'S2 f1 2 example ',
      'S1 r1  ',
      'S2 r1  ',
      'S9 q9  1'
    ])
  })

  it('are read by their headings, and refused without them', () => {
    const table = (text: string) => readCsv(new TextEncoder().encode(text), { header: true })
    expect(readManualMarks(table('Task,answer,points,part,of,remark\nf1,S1,2,1 mask,2,\nf1,S2,,1 mask,2,x\n'))).toEqual([
      { answer: 'S1', task: 'f1', part: '1 mask', points: '2', remark: '', line: 2 },
      { answer: 'S2', task: 'f1', part: '1 mask', points: '', remark: 'x', line: 3 }
    ])
    expect(() => readManualMarks(table('a,b\n1,2\n3,4\n'))).toThrow(AppError)
  })
})

describe('a mark that is added', () => {
  const [first, second] = [line('f1', '1 mask', '1.5'), line('f1', '2 example', '1', 'fine')]
  const of = (part: string) => ({ answer: 'S1', task: 'f1', part })

  it('changes what it gives and nothing else', () => {
    expect(withMark([first, second], { ...of('2 example'), points: '0.5' })).toEqual([first, { ...second, points: '0.5' }])
    expect(withMark([first, second], { ...of('1 mask'), remark: 'why?' })).toEqual([second, { ...first, remark: 'why?' }])
    expect(withMark([first], { ...of(''), points: '3' })).toEqual([first, { ...first, part: '', points: '3', line: 3 }])
  })

  it('is taken out where nothing of it is left', () => {
    expect(withMark([first, second], { ...of('1 mask'), points: '' })).toEqual([second])
    expect(withMark([second], { ...of('2 example'), points: '' })).toEqual([{ ...second, points: '' }])
  })
})
