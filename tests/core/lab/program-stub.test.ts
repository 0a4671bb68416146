import { describe, expect, it } from 'vitest'
import { isProgramFailure, judgeProgram, lessonCaseNames, programStub } from '#core'
import { describeIf } from '../../support/conditions'
import { lessonProblem, pythonForTests, pythonRuntime } from '../../support/python-inside'

describe('the beginning of a program', () => {
  it('names what it is given, with shapes, and what it returns', () => {
    expect(programStub(lessonProblem('L001w3'), 'en')).toBe(`import numpy as np

# Binary cross-entropy, positiveWeight 3; X (4, 3), y (4, 1) numbers
# W1 (3, 2), b1 (2,): relu
# W2 (2, 1), b2 (1,): sigmoid

def backward(P, X, y, reg):
    W1, b1 = P[0]["W"], P[0]["b"]
    W2, b2 = P[1]["W"], P[1]["b"]

    # Forward pass and loss.

    # Backward pass: the gradients, last layer first.

    raise NotImplementedError
    return loss, [{"W": dW1, "b": db1}, {"W": dW2, "b": db2}]
`)
  })

  it('has no biases where the network has none, and comments in Chinese', () => {
    const stub = programStub(lessonProblem('L002'), 'zh')
    expect(stub).toContain('# Softmax cross-entropy, sum; X (2, 3), y (2,) 类别下标')
    expect(stub).toContain('return loss, [{"W": dW1}, {"W": dW2}, {"W": dW3}]')
  })
})

describeIf(pythonRuntime, 'the beginning of a program', () => {
  const python = pythonForTests()

  it.each(lessonCaseNames)('runs for %s up to what is to be written', async (name) => {
    const outcome = await judgeProgram(python, programStub(lessonProblem(name), 'en'), lessonProblem(name), () => undefined)
    expect(isProgramFailure(outcome) && outcome.code).toBe('to-do')
  })
})
