import { describe, expect, it } from 'vitest'
import { countWords, markText, type TextTask } from '#core'

const task: TextTask = {
  kind: 'text',
  words: { least: 3, most: 5 },
  rubric: [
    { point: { en: 'mask', zh: '掩码' }, points: 2 },
    { point: { en: 'example', zh: '例子' }, points: 1 }
  ]
}
const section = { id: 'f1', points: 3 }

describe('the words of a text', () => {
  it.each([
    ['the mask looks at Z', 5],
    ["it's a well-known 1.5 x", 6],
    ['掩码看 Z 不看梯度。', 8],
    ['', 0]
  ])('of %j are %d', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})

describe('the mark of a text', () => {
  it('is for a person, line by line of the rubric', () => {
    expect(markText(section, task, 'mask at Z')).toMatchObject({ points: null, of: 3, sentences: [] })
    expect(markText(section, task, 'mask at Z').parts.map(({ name, points, of }) => [name.zh, points, of])).toEqual([
      ['掩码', null, 2],
      ['例子', null, 1]
    ])
  })

  it('says where it is too short or too long', () => {
    expect(markText(section, task, 'mask').sentences[0].en).toBe('The text has 1 word; 3 to 5 were asked for.')
  })

  it('is 0 where there is none, and whole for a person without a rubric', () => {
    expect(markText(section, task, ' ').points).toBe(0)
    expect(markText(section, { ...task, rubric: [] }, 'mask at Z')).toMatchObject({ points: null, of: 3, parts: [] })
  })
})
