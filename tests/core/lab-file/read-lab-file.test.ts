import { describe, expect, it } from 'vitest'
import { AppError, readLabFile } from '#core'

const fence = '```'
/** A lab with every kind of task. */
const good = `---
lab: bp-000          format: 1          app: >=0.2
title: 两层网络 | Two layers
id: [0-9]{8}         time: 90 min       late: flag
data: toy:moons?size=200&noise=0.15&seed={seed}      # the seed of each student
lock: loss, seeds, data                 allow: hidden 1..16, learningRate, epochs
handin: ask | beside | \\\\SERVER\\bp
---
## intro
[zh] 先读公式。
[en] Read the formula.
${fence}open
page: graph    program: x + y * z    inputs: x = -2; y = 5; z = -4
${fence}

## q1 {2}
[zh] 运行前先猜。 [en] Before you run.
${fence}predict
answer: engine check.b2.sum    tolerance: 1e-9    tries: 2    then: reveal
${fence}
## b1 {4}
[zh] 找错。 [en] Find it.
${fence}bug
lesson: L000   fault: {pick unmasked-relu, half-regularizer}   ask: tensor, line, why
${fence}
## c1 {10}
[zh] 写反向传播。 [en] Write it:
${fence}python
## a remark, no heading
${fence}
${fence}code
language: python   lesson: L000   function: backward(P,X,y,reg)   stages: ds 2, dW2 2, dZ 3, dW1 3
nets: own, random 5   limit: 5 s, 256 MB   carry: yes   hints: after 2, cost 0
${fence}
## f1 {3}
[zh] 为什么？ [en] Why?
${fence}text
words: 30..120    rubric: 掩码看 Z 不看梯度|mask looks at Z = 2; 例子|example = 1
${fence}
## r1 {1}
[zh] 训练。 [en] Train.
${fence}run
goal: test.loss < 0.1
${fence}
`

function errorOf(text: string): { code: string; details: object } {
  try {
    readLabFile(text)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('it was read')
}

describe('a lab file', () => {
  it('is read with its head and every kind of task', () => {
    const { sections, ...header } = readLabFile(good)
    expect(header).toEqual({
      lab: 'bp-000',
      format: 1,
      app: '0.2',
      title: { zh: '两层网络', en: 'Two layers' },
      id: '[0-9]{8}',
      minutes: 90,
      late: 'flag',
      data: 'toy:moons?size=200&noise=0.15&seed={seed}',
      lock: ['data', 'loss', 'seeds'],
      allow: [{ setting: 'hidden', from: 1, to: 16 }, { setting: 'learningRate' }, { setting: 'epochs' }],
      handin: ['ask', 'beside', '\\\\SERVER\\bp']
    })
    expect(sections.map(({ id, points, task }) => [id, points, task?.kind ?? null])).toEqual([
      ['intro', 0, null],
      ['q1', 2, 'predict'],
      ['b1', 4, 'bug'],
      ['c1', 10, 'code'],
      ['f1', 3, 'text'],
      ['r1', 1, 'run']
    ])
    expect(sections[0].opening).toEqual({ page: 'graph', program: 'x + y * z', inputs: { x: -2, y: 5, z: -4 } })
    expect(sections[1]).toMatchObject({
      opening: null,
      text: { zh: '运行前先猜。', en: 'Before you run.' },
      task: { answer: { engine: 'check.b2.sum' }, tolerance: 1e-9, tries: 2, then: 'reveal' }
    })
    expect(sections[2].task).toMatchObject({
      lesson: 'L000',
      faults: ['unmasked-relu', 'half-regularizer'],
      ask: ['tensor', 'line', 'why']
    })
    expect(sections[3].text.en).toBe(`Write it:\n${fence}python\n## a remark, no heading\n${fence}`)
    expect(sections[3].task).toMatchObject({
      lesson: 'L000',
      function: 'backward(P, X, y, reg)',
      stages: [
        { name: 'ds', points: 2 },
        { name: 'dW2', points: 2 },
        { name: 'dZ', points: 3 },
        { name: 'dW1', points: 3 }
      ],
      nets: { own: true, random: 5 },
      limit: { seconds: 5, megabytes: 256 },
      carry: true,
      hints: { after: 2, cost: 0 }
    })
    expect(sections[4].task).toMatchObject({ words: { least: 30, most: 120 }, rubric: [{ points: 2 }, { point: { zh: '例子' } }] })
    expect(sections[5].task).toMatchObject({ goal: { figure: 'test.loss', relation: '<', value: 0.1 } })
  })

  it('may have any line ends and a byte order mark', () => {
    for (const end of ['\r\n', '\r']) expect(readLabFile(`\uFEFF${good.replaceAll('\n', end)}`)).toEqual(readLabFile(good))
  })

  it.each([
    ['lab: bp-000 ', 'lab: BP 000 ', { code: 'lab-file.value', details: { line: 2, key: 'lab' } }],
    ['format: 1', 'format: 2', { code: 'lab-file.value', details: { line: 2, key: 'format' } }],
    ['title: 两层网络 | Two layers', 'title: 两层网络', { code: 'lab-file.value', details: { line: 3, key: 'title' } }],
    ['id: [0-9]{8}', 'id: (a+)+', { code: 'lab-file.value', details: { line: 4, key: 'id' } }],
    ['id: [0-9]{8}  ', 'id:           ', { code: 'lab-file.empty', details: { line: 4, key: 'id' } }],
    ['late: flag', 'later: flag', { code: 'lab-file.unknown-key', details: { line: 4, key: 'later' } }],
    ['time: 90 min', 'time: 90', { code: 'lab-file.value', details: { line: 4, key: 'time' } }],
    ['toy:moons?size', 'toy:moon?size', { code: 'lab-file.value', details: { line: 5, key: 'data' } }],
    ['lock: loss, seeds', 'lock: loss, loss', { code: 'lab-file.value', details: { line: 6, key: 'lock' } }],
    ['hidden 1..16', 'hidden 16..1', { code: 'lab-file.value', details: { line: 6, key: 'allow' } }],
    ['title: 两', 'lab: x\ntitle: 两', { code: 'lab-file.twice', details: { line: 3, key: 'lab', first: 2 } }],
    ['title: 两', '两', { code: 'lab-file.no-field', details: { line: 3 } }],
    ['lab: bp-000          ', '', { code: 'lab-file.missing', details: { line: 1, key: 'lab' } }],
    ['---\nlab', 'lab', { code: 'lab-file.no-head', details: { line: 1 } }],
    ['## intro\n', 'Hello\n## intro\n', { code: 'lab-file.no-heading', details: { line: 9, text: 'Hello' } }],
    ['## b1 {4}', '## q1 {4}', { code: 'lab-file.same-section', details: { line: 21, id: 'q1', first: 16 } }],
    ['## intro', '## intro {1}', { code: 'lab-file.points-without-task', details: { line: 9, id: 'intro', points: 1 } }],
    ['## q1 {2}', '## q1', { code: 'lab-file.task-without-points', details: { line: 16, id: 'q1' } }],
    ['## c1 {10}', '## c1 {9}', { code: 'lab-file.points', details: { points: 9, sum: 10 } }],
    ['## f1 {3}', '## f1 {4}', { code: 'lab-file.points', details: { points: 4, sum: 3 } }],
    ['[zh] 找错。 ', '', { code: 'lab-file.missing-language', details: { line: 21, id: 'b1', mark: '[zh]' } }],
    ['[zh] 找错。', '找错。', { code: 'lab-file.no-language', details: { line: 22 } }],
    ['engine check.b2.sum', 'check.b2.sum', { code: 'lab-file.value', details: { line: 19, key: 'answer' } }],
    ['unmasked-relu,', 'unmasked,', { code: 'lab-file.value', details: { line: 24, key: 'fault' } }],
    ['lesson: L000', 'lesson: L999', { code: 'lab-file.value', details: { line: 24, key: 'lesson' } }],
    [
      `${fence}open\n`,
      `${fence}open\npage: graph  program: x\n${fence}\n${fence}open\n`,
      { code: 'lab-file.two-openings', details: { id: 'intro' } }
    ],
    [`${fence}run`, `${fence}walk`, { code: 'lab-file.unknown-task', details: { kind: 'walk' } }],
    [`${fence}run`, `${fence}run\ngoal: test.loss < 1\n${fence}\n${fence}run`, { code: 'lab-file.two-tasks', details: { id: 'r1' } }],
    [`goal: test.loss < 0.1\n${fence}`, 'goal: test.loss < 0.1', { code: 'lab-file.open-block', details: {} }]
  ])('with %j as %j is refused by line and field', (before, after, error) => {
    expect(good).toContain(before)
    expect(errorOf(good.replace(before, after))).toMatchObject(error)
  })

  it('without a task is refused, and so is no text at all', () => {
    expect(errorOf(good.slice(0, good.indexOf('## q1'))).code).toBe('lab-file.no-task')
    expect(errorOf('').code).toBe('lab-file.no-head')
  })

  it('of any damage is read or refused by a line of its own', () => {
    const lines = good.split('\n')
    for (let l = 0; l < lines.length; l++) {
      for (const damaged of [
        lines.toSpliced(l, 1),
        lines.toSpliced(l, 0, lines[l]),
        lines.slice(0, l),
        lines.toSpliced(l, 1, '`'.repeat(3))
      ]) {
        try {
          expect(readLabFile(damaged.join('\n')).sections.length).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(error.code).toMatch(/^lab-file\./)
          expect(error.details.line).toBeGreaterThan(0)
          expect(error.details.line).toBeLessThanOrEqual(damaged.length + 1)
        }
      }
    }
  })
})
