import { describe, expect, it } from 'vitest'
import { createTrainer, mistakeNames, ownData, ownFault, ownProblem, ownSettings, ownToyTable, prepare, readCsv, trainFor } from '#core'

const lab = { lab: 'bp-000', data: 'toy:moons?size=200&noise=0.15&seed={seed}' }
const id = '20260001'

function ownTable() {
  const table = ownToyTable(lab, id)
  if (!table) throw new Error('no table')
  return table
}

describe('the part of a lab that is a student’s own', () => {
  it('has the data of their seed', () => {
    expect(ownData(lab, id)).toBe('toy:moons?size=200&noise=0.15&seed=490136064')
    expect(ownData(lab, '20260002')).toContain('seed=71615158')
    expect(ownTable().rows).toBe(200)
  })

  it('has no generated table where the lab has no data, or a file', () => {
    expect([
      ownData({ ...lab, data: null }, id),
      ownToyTable({ ...lab, data: null }, id),
      ownToyTable({ ...lab, data: 'iris' }, id)
    ]).toEqual([null, null, null])
  })

  it('trains to the figure of the terminal', () => {
    const table = ownTable()
    const settings = { ...ownSettings(lab, id, table), hidden: [{ units: 8, activation: 'tanh' as const }], epochs: 100 }
    expect(settings.seeds).toEqual({ split: 490136064, init: 490136064, shuffle: 490136064 })
    const trainer = createTrainer(prepare(table, settings), settings)
    trainFor(trainer, Infinity, 100, () => 0)
    expect(trainer.history.at(100).testLoss).toBeCloseTo(0.07366, 5)
    trainer.release()
  })

  it('begins with the same network for the same number, and another for another', () => {
    const one = ownProblem(lab, id, ownTable())
    expect(ownProblem(lab, id, ownTable())).toEqual(one)
    expect(ownProblem(lab, '20260002', ownToyTable(lab, '20260002') ?? ownTable()).parameters).not.toEqual(one.parameters)
  })

  it('begins with suggested settings on a table of a file', () => {
    const table = readCsv(new TextEncoder().encode('x,y\n1,a\n2,b\n3,a\n4,b\n'))
    expect(ownSettings({ lab: 'bp' }, id, table)).toMatchObject({ targets: ['y'], features: ['x'] })
  })

  it('has one of the mistakes, the same each time, and every one for somebody', () => {
    const faults = mistakeNames.slice(0, 3)
    const drawn = Array.from({ length: 60 }, (_, i) => ownFault(lab, String(20260000 + i), { id: 'b1' }, faults))
    expect(ownFault(lab, '20260000', { id: 'b1' }, faults)).toBe(drawn[0])
    expect(new Set(drawn)).toEqual(new Set(faults))
  })
})
