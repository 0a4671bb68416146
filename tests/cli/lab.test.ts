import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lessonCase, mistakenGradients, mistakeNames, writeParameters, type MistakeName, type NetworkCase } from '#core'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'
import { referenceFile } from '../support/reference'

const folder = temporaryFolders()

function answerWith(id: string, made: readonly MistakeName[], loss?: number): string {
  const { network, objective, parameters, samples } = lessonCase(id) as NetworkCase
  const problem = { network, objective, parameters, batch: samples }
  const gradients = mistakenGradients(
    problem,
    made.map((name) => ({ name, layer: null }))
  )
  const file = join(folder(), 'answer.json')
  writeFileSync(file, JSON.stringify({ id, ...(loss === undefined ? {} : { loss }), gradients: writeParameters(gradients) }))
  return file
}

describe('lab check-gradient', () => {
  it('ends with 0 where loss and gradients are right', async () => {
    const { code, stdout, stderr } = await cli([
      'lab',
      'check-gradient',
      answerWith('L003svm', [], 2.5),
      '--case',
      'L003svm',
      '--lang',
      'en'
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('No gradient is wrong: 6 of 6 are confirmed.')
  })

  it('ends with 5 and names the mistake, as JSON in both languages', async () => {
    const file = answerWith('L000', ['mask-on-gradient'], 1.7341373936209146)
    const { code, stdout } = await cli(['lab', 'check-gradient', file, '--case', 'L000', '--json'])
    expect(code).toBe(5)
    const [{ id, loss, tensors, firstWrong, mistakes, sentence }] = JSON.parse(stdout) as [Record<string, unknown>]
    expect({ id, firstWrong, mistakes }).toEqual({ id: 'L000', firstWrong: 'W1', mistakes: ['mask-on-gradient'] })
    expect(loss).toMatchObject({ agrees: true })
    expect(tensors).toMatchObject([
      { name: 'W1', checked: 8, failed: 7 },
      { name: 'b1', checked: 4, failed: 4 },
      { name: 'W2', checked: 12, failed: 0 },
      { name: 'b2', checked: 3, failed: 0 }
    ])
    expect(sentence).toMatchObject({
      en: expect.stringContaining('Mask taken from the gradient') as string,
      zh: expect.stringContaining('掩码') as string
    })
  })

  it('ends with 5 where only the loss is wrong', async () => {
    const { code, stdout } = await cli(['lab', 'check-gradient', answerWith('L003svm', [], 3.5), '--case', 'L003svm', '--lang', 'zh'])
    expect(code).toBe(5)
    expect(stdout).toContain('损失为 3.5，应为 2.5。')
  })

  it('reads cases from a file', async () => {
    const file = answerWith('L004', ['slope-left-out'])
    const { code, stdout } = await cli(['lab', 'check-gradient', file, '--case', referenceFile('lesson-cases.json'), '--lang', 'en'])
    expect({ code, stdout }).toMatchObject({ code: 3 })
  })

  it.each<[string, string[], number, string]>([
    ['no command', ['lab'], 2, 'lab'],
    ['an unknown command', ['lab', 'grade'], 2, 'mistakes, check, check-gradient'],
    ['no file', ['lab', 'check-gradient'], 2, 'lab check-gradient'],
    ['no case', ['lab', 'check-gradient', 'a.json'], 2, '--case'],
    ['an unknown case', ['lab', 'check-gradient', 'a.json', '--case', 'L999'], 2, 'L000'],
    ['a file too many', ['lab', 'mistakes', 'a.json'], 2, 'a.json'],
    ['a file that is not there', ['lab', 'check-gradient', 'gone.json', '--case', 'L000'], 3, 'gone.json']
  ])('refuses %s', async (_title, argv, expected, place) => {
    const { code, stdout, stderr } = await cli([...argv, '--lang', 'en'])
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toContain(place)
  })

  it('names the place of what is malformed', async () => {
    const file = join(folder(), 'answer.json')
    writeFileSync(file, '{"gradients": [{"W": [[1, 2]]}]}')
    const { code, stderr } = await cli(['lab', 'check-gradient', file, '--case', 'L003svm', '--lang', 'en'])
    expect(code).toBe(3)
    expect(stderr).toContain('gradients[0].W')
  })
})

describe('lab mistakes', () => {
  it('lists the code of every mistake with its name in both languages', async () => {
    const { code, stdout } = await cli(['lab', 'mistakes', '--json'])
    expect(code).toBe(0)
    const rows = JSON.parse(stdout) as { code: string; en: string; zh: string }[]
    expect(rows.map((row) => row.code)).toEqual(mistakeNames)
    expect(new Set(rows.map(({ en }) => en)).size).toBe(rows.length)
    expect(rows.every(({ zh }) => /[\u4e00-\u9fff]/.test(zh))).toBe(true)
  })

  it('is a table in the language of the messages', async () => {
    const { stdout } = await cli(['lab', 'mistakes', '--lang', 'zh'])
    expect(stdout).toContain('lost-mean')
    expect(stdout).toContain('忘记除以 N')
  })
})

describe('lab check', () => {
  const lab = (points: number) =>
    `---\nlab: a\nformat: 1\napp: >=0.2\ntitle: 甲 | A\nid: [0-9]{8}\ntime: 20 min\n---\n## q1 {${points}}\n[zh] 问 [en] Why\n\`\`\`text\nrubric: 甲|A = 2\n\`\`\`\n`
  const written = (text: string) => {
    const file = join(folder(), 'a.lab.md')
    writeFileSync(file, text)
    return file
  }

  it('sums up what is right, and prints what was read', async () => {
    const file = written(lab(2))
    expect(await cli(['lab', 'check', file, '--lang', 'en'])).toMatchObject({
      code: 0,
      stdout: 'a: “A” is right: 1 task, 2 points, 20 minutes\n'
    })
    expect(JSON.parse((await cli(['lab', 'check', file, '--json'])).stdout)).toMatchObject({
      lab: 'a',
      sections: [{ id: 'q1', points: 2 }]
    })
  })

  it('ends with 3, the file, the line and the field where something is wrong', async () => {
    const file = written(lab(3))
    const { code, stdout, stderr } = await cli(['lab', 'check', file, '--lang', 'zh'])
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: '', stderr: `${file}：第 9 行：\`q1\` 一节有 3 分，而各部分共 2 分\n` })
    writeFileSync(file, new Uint8Array([0xff, 0xfe, 0xff]))
    expect((await cli(['lab', 'check', file])).code).toBe(3)
    expect((await cli(['lab', 'check', join(folder(), 'none.lab.md')])).code).toBe(3)
  })
})
