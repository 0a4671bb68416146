import { describe, expect, it } from 'vitest'
import { AppError, filledRoster, readCsv, readRoster } from '#core'

const form = '[0-9]{8}'
const rosterOf = (text: string) => readRoster(readCsv(new TextEncoder().encode(text), { header: true }), form)

describe('a class list', () => {
  it('is read by the form of its numbers, whatever the headings and their order', () => {
    const { students, idColumn } = rosterOf('姓名,编号,加时,备注\n李,20260001,15,x\n王,20260002,,y\n')
    expect(idColumn).toBe(1)
    expect([...students]).toEqual([
      ['20260001', { name: '李', extraMinutes: 15 }],
      ['20260002', { name: '王', extraMinutes: 0 }]
    ])
  })

  it('keeps zeros in front, and passes over what is no number of the lab', () => {
    expect([...rosterOf('id,name\n00000001,A\ntotal,B\n00000002,C\n').students.keys()]).toEqual(['00000001', '00000002'])
  })

  it('is refused without student numbers', () => {
    expect(() => rosterOf('id,name\n1,A\n2,B\n')).toThrow(AppError)
  })

  it('has its scores filled in where they are known', () => {
    const roster = rosterOf('Name,ID,Grade,Note\nA,20260001,,x\nB,20260002,absent,y\n')
    expect(filledRoster(roster, new Map([['20260001', 9.5]]))).toEqual({
      header: ['Name', 'ID', 'Grade', 'Note'],
      rows: [
        ['A', '20260001', 9.5, 'x'],
        ['B', '20260002', 'absent', 'y']
      ]
    })
  })

  it('without a column for scores has none to fill in', () => {
    expect(filledRoster(rosterOf('Name,ID\nA,20260001\nB,20260002\n'), new Map())).toBeNull()
  })
})
