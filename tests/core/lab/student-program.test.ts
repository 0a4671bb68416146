import { expect, it } from 'vitest'
import { isProgramFailure, judgeProgram, type GradientJudgement, type PythonTextCode } from '#core'
import { describeIf } from '../../support/conditions'
import { lessonProblem, pythonForTests, pythonRuntime } from '../../support/python-inside'
import { otherCases, twoLayers, twoLayerStyles } from '../../support/student-programs'

describeIf(pythonRuntime, 'a program of a student', () => {
  const python = pythonForTests()

  async function outcomeOf(name: string, source: string) {
    let printed = ''
    const outcome = await judgeProgram(python, source, lessonProblem(name), (text) => (printed += text))
    return { outcome, printed }
  }

  async function judged(name: string, source: string): Promise<GradientJudgement> {
    const { outcome } = await outcomeOf(name, source)
    if (isProgramFailure(outcome)) throw new Error(`${outcome.sentence.en}\n${outcome.python ?? ''}`)
    return outcome
  }

  it.each(Object.entries(twoLayerStyles))('is right when it is written %s', async (_style, source) => {
    const { firstWrong, loss, sentence } = await judged('L000', source)
    expect({ firstWrong, agrees: loss.agrees, en: sentence.en }).toEqual({
      firstWrong: null,
      agrees: true,
      en: 'No gradient is wrong: 27 of 27 are confirmed.'
    })
  })

  it.each(Object.entries(otherCases))('is right for %s', async (name, source) => {
    const { firstWrong, loss, sentence } = await judged(name, source)
    expect({ firstWrong, agrees: loss.agrees }, sentence.en).toEqual({ firstWrong: null, agrees: true })
  })

  /** Mistakes planted in the two-layer program: the lines changed, and the wrong gradients and the mistakes that the check must name. */
  it.each<[string, [string, string][], string, string[]]>([
    ['1/N forgotten', [['ds /= N', 'pass']], 'W1 8, b1 4, W2 12, b2 3', ['lost-mean']],
    ['λW', [['2 * reg', 'reg']], 'W1 8, W2 10', ['half-regularizer']],
    [
      'no λ',
      [
        ['+ 2 * reg * W2', ''],
        ['+ 2 * reg * W1', '']
      ],
      'W1 8, W2 10',
      ['missing-regularizer']
    ],
    ['no mask', [['dZ[Z <= 0] = 0', 'pass']], 'W1 8, b1 4', ['unmasked-relu']],
    ['mask from dH', [['dZ[Z <= 0] = 0', 'dZ[dZ <= 0] = 0']], 'W1 7, b1 4', ['mask-on-gradient']],
    [
      'db of everything',
      [
        ['ds.sum(axis=0)', 'np.full(ds.shape[1], ds.sum())'],
        ['dZ.sum(axis=0)', 'np.full(dZ.shape[1], dZ.sum())']
      ],
      'b1 4, b2 3',
      ['bias-of-all']
    ],
    [
      'mean for db',
      [
        ['ds.sum(axis=0)', 'ds.mean(axis=0)'],
        ['dZ.sum(axis=0)', 'dZ.mean(axis=0)']
      ],
      'b1 4, b2 3',
      ['bias-averaged']
    ],
    ['sign', [['ds /= N', 'ds /= -N']], 'W1 8, b1 4, W2 12, b2 3', ['residual-reversed']]
  ])('has its mistake named: %s', async (_title, changes, wrong, mistakes) => {
    const source = changes.reduce((text, [from, to]) => {
      expect(text).toContain(from)
      return text.replaceAll(from, to)
    }, twoLayers)
    const judgement = await judged('L000', source)
    const failed = judgement.tensors.filter(({ failed }) => failed > 0).map(({ name, failed }) => `${name} ${failed}`)
    expect({ wrong: failed.join(', '), mistakes: judgement.mistakes }).toEqual({ wrong, mistakes })
    expect(judgement.loss.agrees).toBe(true)
  })

  it('is told from its own loss: a wrong loss with its derivative, and with another', async () => {
    const loss = ['.sum() / N + reg', '.sum() + reg'] as const
    const fitting = await judged('L000', twoLayers.replace(...loss).replace('ds /= N', 'pass'))
    expect(fitting.sentence.en).toContain('backward fits forward, and the mistake is in the loss')
    const other = await judged('L000', twoLayers.replace(...loss).replace('ds /= N', 'ds /= 2 * N'))
    expect(other.sentence.en).toContain('not the derivative of the loss that the program computes either')
    const right = await judged('L000', twoLayers.replace(...loss))
    expect(right.sentence.en).toMatch(/^The loss is .* No gradient is wrong/)
  })

  it('is told that it is right for its own sizes alone', async () => {
    const { firstWrong, sentence } = await judged('L000', twoLayers.replace('N = len(X)', 'N = 5'))
    expect(firstWrong).toBeNull()
    expect(sentence.en).toContain('On networks of other sizes it is wrong')
  })

  it('prints for its own network alone', async () => {
    expect((await outcomeOf('L000', `${twoLayers.replace('N = len(X)', 'N = len(X); print(N)')}`)).printed).toBe('5\n')
  })

  it.each<[string, string, PythonTextCode, string]>([
    ['without the function', 'x = 1', 'no-function', 'backward(P, X, y, reg)'],
    ['that does not parse', 'def backward(P, X, y, reg)\n  pass', 'colon', 'Line 1: '],
    ['in full-width signs', 'def backward(P，X, y, reg): pass', 'full-width', '，'],
    ['with a factor the wrong way round', twoLayers.replace('H.T @ ds', 'H @ ds'), 'product', 'Line 16: '],
    ['that returns one value', 'def backward(P, X, y, reg): return 1.0', 'pair', 'float'],
    [
      'that leaves out a gradient',
      'def backward(P, X, y, reg): return 1.0, [{"W": P[0]["W"], "b": P[0]["b"]}, {"W": P[1]["W"]}]',
      'missing',
      'b2'
    ],
    ['with a gradient transposed', 'def backward(P, X, y, reg): return 1.0, [{"W": p["W"].T, "b": p["b"]} for p in P]', 'shape', '(4, 2)'],
    [
      'with a gradient that is not a number',
      'def backward(P, X, y, reg): return 1.0, [{"W": p["W"] * float("nan"), "b": p["b"]} for p in P]',
      'not-finite',
      'W1'
    ],
    ['whose loss is not finite', 'def backward(P, X, y, reg): return float("inf"), P', 'loss-not-finite', 'inf'],
    ['with a module that is not here', 'import scipy', 'module', 'scipy'],
    ['that ends itself', 'import sys\nsys.exit(0)', 'exit', 'Line 2: '],
    ['that is still to be written', 'def backward(P, X, y, reg): raise NotImplementedError', 'to-do', 'Line 1: ']
  ])('fails with a sentence: %s', async (_title, source, code, words) => {
    const { outcome } = await outcomeOf('L000', source)
    expect(outcome).toMatchObject({ code })
    if (isProgramFailure(outcome)) expect(outcome.sentence.en).toContain(words)
  })
})
