import { describe, expect, it } from 'vitest'
import { answerValueOf, answerValues, hintValue } from '../../../src/core/lab-answers/answer-values'
import { taskKinds } from '../../../src/core/lab-file/tasks'
import * as v from 'valibot'

const samples = {
  predict: { try: 1, text: ' 0,25 ' },
  bug: { tensor: 'W1', why: 'no mask' },
  code: { code: 'def backward(P, X, y, reg): ...' },
  text: { text: '掩码看 Z' },
  run: { settings: { format: 'backprop-lab-settings', hidden: [8] }, figures: { 'test.loss': 0.07 } }
} as const

describe('the value of an answer', () => {
  it('has a form for each kind of task', () => {
    expect(Object.keys(answerValues).sort()).toEqual([...taskKinds].sort())
  })

  it.each(taskKinds)('is read as it was given to %s', (kind) => {
    expect(answerValueOf(kind, samples[kind])).toEqual(samples[kind])
  })

  it.each(taskKinds)('is none for %s with a field too many, or without what it is about', (kind) => {
    expect(answerValueOf(kind, { ...samples[kind], more: 1 })).toBeNull()
    expect(answerValueOf(kind, null)).toBeNull()
  })

  it('counts tries and hints from 1', () => {
    expect(answerValueOf('predict', { try: 0, text: '1' })).toBeNull()
    expect(v.is(hintValue, { n: 1 })).toBe(true)
    expect(v.is(hintValue, { n: 0.5 })).toBe(false)
  })
})
