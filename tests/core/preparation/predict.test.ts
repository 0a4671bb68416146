import { describe, expect, it } from 'vitest'
import { createTrainer, forward, outputsOf, predict, prepare, type Settings } from '#core'
import { refusalOf, sampleTable, settingsFor, tableOf } from '../../support/tables'

const penguins = sampleTable('penguins')

function trained(changes: Partial<Settings>) {
  const settings = settingsFor(penguins, { targets: ['species'], epochs: 3, ...changes })
  const prepared = prepare(penguins, settings)
  const trainer = createTrainer(prepared, settings)
  for (let epoch = 0; epoch < 3; epoch++) trainer.trainEpoch()
  return { prepared, model: { network: prepared.network, parameters: trainer.parameters, pipeline: prepared.pipeline } }
}

describe('predictions', () => {
  it.each<Partial<Settings>>([
    {},
    { precision: 'f32' },
    { missing: 'indicator', encode: 'ordinal', scale: 'robust' },
    { missing: 'median', targets: ['body_mass_g', 'flipper_length_mm'], scale: 'minmax' }
  ])('for the rows of the training file are the very outputs of training: %j', (changes) => {
    const { prepared, model } = trained(changes)
    const { rows, outputs } = predict(model, penguins)
    for (const side of [prepared.train, prepared.test]) {
      const own = outputsOf(forward(model.network, model.parameters, side.X))
      side.rows.forEach((row, i) => {
        const at = rows.indexOf(row)
        expect(outputs.data.subarray(at * outputs.columns, (at + 1) * outputs.columns)).toEqual(
          own.data.subarray(i * own.columns, (i + 1) * own.columns)
        )
      })
    }
  })

  it('say what the table has that the model does not know, and the other way round', () => {
    const { model } = trained({ features: ['island', 'bill_length_mm'] })
    const table = tableOf('colour,bill_length_mm,island\nred,40,Biscoe\nred,41,Atlantis\nblue,NA,Dream\n')
    const { rows, notes } = predict(model, table)
    expect([...rows]).toEqual([0, 1])
    expect(notes).toEqual([
      { code: 'note.dropped-rows', details: { count: 1, total: 3, row: 4, name: 'bill_length_mm' } },
      { code: 'note.unseen-category', details: { name: 'island', count: 1, row: 3, value: 'Atlantis' } },
      { code: 'note.unused-columns', details: { count: 1, names: '`colour`' } }
    ])
    expect(refusalOf(() => predict(model, tableOf('island\nDream\n'))).code).toBe('data.no-column')
  })
})

describe('a category in another spelling', () => {
  const answers = ['True', 'False']
  const table = tableOf(`ok,x,y\n${Array.from({ length: 40 }, (_, i) => `${answers[i % 2]},${i % 7},${'ab'[i % 2]}\n`).join('')}`)
  const settings = settingsFor(table, { targets: ['y'], features: ['ok', 'x'], epochs: 3 })
  const { network, pipeline } = prepare(table, settings)
  const { parameters } = createTrainer(prepare(table, settings), settings)
  const answered = (text: string) => predict({ network, parameters, pipeline }, tableOf(`ok,x\n${text}`))

  it('is answered as the known one, and told', () => {
    const { outputs, notes } = answered('TRUE,1\nfalse ,2\nTrue,3\n')
    expect(outputs.data).toEqual(answered('True,1\nFalse,2\nTrue,3\n').outputs.data)
    expect(notes).toEqual([{ code: 'note.other-spelling', details: { name: 'ok', count: 2, row: 2, value: 'TRUE', category: 'True' } }])
  })

  it('is told beside unknown ones, each of which is named', () => {
    expect(answered('maybe,1\nTRUE,2\nperhaps,3\nmaybe,4\n').notes).toEqual([
      { code: 'note.other-spelling', details: { name: 'ok', count: 1, row: 3, value: 'TRUE', category: 'True' } },
      { code: 'note.unseen-category', details: { name: 'ok', count: 3, row: 2, value: 'maybe', values: '`maybe`, `perhaps`' } }
    ])
  })
})
