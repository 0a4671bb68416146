import { describe, expect, it } from 'vitest'
import { sortSubmissions, type Roster } from '#core'
import { answer, answersFile, hashOfLab, labText, numberOf, testLab } from '../../support/lab-students'

const id = numberOf(1)
const name = `t-1_${id}.bpans`
const one = answer('f1', { text: 'one' })
const two = answer('f1', { text: 'two' })
const late = answer('f1', { text: 'late' }, { elapsed: 91 * 60_000 })

function sorted(files: Readonly<Record<string, string>>, lab = testLab, roster: Roster | null = null) {
  const { submissions, problems } = sortSubmissions(
    Object.entries(files).map(([file, text]) => ({ name: file, text })),
    lab,
    hashOfLab(labText),
    roster
  )
  return {
    counted: submissions.map((own) => `${own.id} ${own.file} ${own.events.length} ${own.late}`),
    problems: problems.map(({ file, code }) => `${file} ${code.replace('lab-collect.', '')}`)
  }
}

describe('files of answers, sorted by student', () => {
  it('count as they are where nothing is wrong', () => {
    expect(sorted({ [name]: answersFile(id, [one]) })).toEqual({ counted: [`${id} ${name} 1 0`], problems: [] })
  })

  it('count once where one copy goes on from another, and say so where they part', () => {
    const file = `a/${name}`
    expect(sorted({ [name]: answersFile(id, [one]), [file]: answersFile(id, [one, two]) })).toEqual({
      counted: [`${id} ${file} 2 0`],
      problems: [`${file} doubled`]
    })
    expect(sorted({ [name]: answersFile(id, [two]), [file]: answersFile(id, [one, two]) }).problems).toEqual([
      `${name} forked`,
      `${file} doubled`
    ])
  })

  it('keep what is before a cut, and before a line that does not go on', () => {
    const whole = answersFile(id, [one, two])
    expect(sorted({ [name]: whole.slice(0, -3) })).toEqual({ counted: [`${id} ${name} 1 0`], problems: [`${name} cut`] })
    expect(sorted({ [name]: whole + whole.slice(whole.indexOf('\n') + 1) })).toEqual({
      counted: [`${id} ${name} 2 0`],
      problems: [`${name} tampered`]
    })
  })

  it.each([
    ['flag', 2, 1, ['late']],
    ['refuse', 1, 1, ['too-late']],
    ['allow', 2, 0, []]
  ] as const)('after the time count as the lab says: %s', (rule, events, count, kinds) => {
    expect(sorted({ [name]: answersFile(id, [one, late]) }, { ...testLab, late: rule })).toEqual({
      counted: [`${id} ${name} ${events} ${count}`],
      problems: kinds.map((kind) => `${name} ${kind}`)
    })
  })

  it.each([
    ['', 'damaged'],
    ['{"format":2,"lab":"t-1"}\n', 'newer'],
    ['{"format":1}\n', 'damaged'],
    [answersFile(id, [one], { lab: 't-9' }), 'other-lab'],
    [answersFile('x', [one]), 'bad-id'],
    [answersFile(`${id}\n`, [one]), 'bad-id']
  ])('are not marked where they are of no use: %j', (text, kind) => {
    expect(sorted({ [name]: text })).toEqual({ counted: [], problems: [`${name} ${kind}`] })
  })
})
