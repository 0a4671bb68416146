import { describe, expect, it } from 'vitest'
import { applyPipeline, prepare, sentence, type Settings } from '#core'
import { settingsFor, tableOf } from '../../support/tables'

const rows = (cell: (i: number) => string) => Array.from({ length: 41 }, (_, i) => `${cell(i)},${'ab'[i % 2]}\n`).join('')
/** The numbers from −20 to 20: mean and median 0, deviation √140, quartiles ±10, range 40. */
const table = tableOf(`x,y\n${rows((i) => `${i - 20}`)}`)

function told(scale: Settings['scale'], cells: readonly string[]) {
  const { pipeline } = prepare(table, settingsFor(table, { targets: ['y'], features: ['x'], test: 0, scale }))
  const { notes } = applyPipeline(pipeline, tableOf(`x\n${cells.join('\n')}\n`))
  return notes.map(({ code, details }) => sentence(code, details, 'en'))
}

const saying = (count: 1 | 2, where: string) => [
  `Column \`x\`: ${count === 1 ? '1 number is' : '2 numbers are'} far outside those of the training rows (${count === 1 ? '' : 'first: '}row 3, ${where}). The network can only extrapolate there; check the unit and the decimal mark.`
]

describe('numbers far outside those of training are told', () => {
  it.each<[Settings['scale'], string[], string[]]>([
    ['standard', ['118', '-119', '1e6'], saying(2, '`-119`, 10.1 standard deviations from their mean')],
    ['robust', ['200', '210'], saying(1, '`210`, 10.5 interquartile ranges from their median')],
    ['minmax', ['60', '-80'], saying(1, '`-80`, 1.5 times the width of their range beyond it')],
    ['minmax', ['-60', '100'], saying(1, '`100`, 2 times the width of their range beyond it')]
  ])('with %s scaling', (scale, cells, notes) => expect(told(scale, cells)).toEqual(notes))

  it('but not where a model does not know what it was trained on', () => expect(told('none', ['1e9'])).toEqual([]))

  it('nor of the training rows', () => expect(told('standard', ['-20', '20', 'NA'])).toEqual([expect.stringContaining('missing')]))
})
