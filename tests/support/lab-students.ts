import { createHash } from 'node:crypto'
import {
  answerLine,
  beginAnswers,
  ownProblem,
  ownSettings,
  ownToyTable,
  parseEnginePath,
  engineValue,
  parseJson,
  readLabFile,
  settingsJson,
  type AnswerEvent,
  type Lab
} from '#core'

/** A lab with a task of each kind, 16 points in all. */
export const labText = `---
lab: t-1    format: 1    app: >=0.2
title: 两层网络 | Two layers
id: [0-9]{8}    time: 90 min    late: flag
data: toy:moons?size=40&noise=0.15&seed={seed}
---
## q1 {2}
[zh] 第一行 dW1 的和？ [en] The sum of the first row of dW1?
\`\`\`predict
answer: engine dW1[0].sum    tolerance: 1e-6    tries: 2
\`\`\`
## b1 {3}
[zh] 找错 [en] Find it
\`\`\`bug
lesson: L000    fault: unmasked-relu    ask: tensor, why
\`\`\`
## c1 {6}
[zh] 写程序 [en] Write it
\`\`\`code
language: python    lesson: L000    stages: ds 1, dW2 1, dZ 2, dW1 2    nets: own, random 2    limit: 2 s, 512 MB
\`\`\`
## f1 {3}
[zh] 为什么？ [en] Why?
\`\`\`text
words: 1..20    rubric: 掩码看 Z|mask looks at Z = 2; 例子|example = 1
\`\`\`
## r1 {2}
[zh] 训练 [en] Train
\`\`\`run
goal: train.loss < 0.6
\`\`\`
`

export const testLab: Lab = readLabFile(labText)

export function hashOfLab(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A file of answers, written event by event. */
export function answersFile(id: string, answers: readonly Partial<AnswerEvent>[], head: Record<string, unknown> = {}): string {
  const at = '2026-03-02T08:00:00.000Z'
  const first = { format: 1, lab: 't-1', labHash: hashOfLab(labText), id, app: '0.2.0', arithmetic: 'fused-1', at, elapsed: 0, ...head }
  return answers.reduce(
    (text, event, e) =>
      text + answerLine({ text }, { at, elapsed: 60_000 * (e + 1), kind: 'answer', section: null, value: null, ...event }),
    beginAnswers(first as Parameters<typeof beginAnswers>[0])
  )
}

export const answer = (section: string, value: unknown, more: Partial<AnswerEvent> = {}): Partial<AnswerEvent> => ({
  section,
  value,
  ...more
})

/** The right number of the prediction, for a student's own network. */
export function rightNumber(id: string): number {
  const table = ownToyTable(testLab, id)
  const path = parseEnginePath('dW1[0].sum')
  const value = table && path && engineValue(path, ownProblem(testLab, id, table))
  if (value === null) throw new Error('no value')
  return value
}

/** The answer to the run: the settings to begin with, with so many epochs, and whatever figure is claimed. */
export function runAnswer(id: string, epochs: number, claimed: number) {
  const table = ownToyTable(testLab, id)
  if (!table) throw new Error('no table')
  const settings = parseJson(settingsJson({ data: null, settings: { ...ownSettings(testLab, id, table), epochs } }))
  return answer('r1', { settings, figures: { 'train.loss': claimed } })
}

/** A number of a student in a class. */
export const numberOf = (n: number): string => String(20260000 + n)
