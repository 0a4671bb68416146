import { expect, it } from 'vitest'
import { markCode, runProgram, type CodeTask, type Mark } from '#core'
import { describeIf } from '../../support/conditions'
import { lessonProblem, pythonForTests, pythonRuntime } from '../../support/python-inside'
import { twoLayers, twoLayerStyles } from '../../support/student-programs'

const task: CodeTask = {
  kind: 'code',
  lesson: 'L000',
  function: 'backward(P, X, y, reg)',
  stages: [
    { name: 'ds', points: 2 },
    { name: 'dW2', points: 2 },
    { name: 'dZ', points: 3 },
    { name: 'dW1', points: 3 }
  ],
  nets: { own: true, random: 3 },
  limit: { seconds: 10, megabytes: 512 },
  carry: true,
  hints: null
}

describeIf(pythonRuntime, 'the mark of a program', () => {
  const python = pythonForTests()

  async function marked(source: string, changes: Partial<CodeTask> = {}): Promise<Mark> {
    const asked = { ...task, ...changes }
    return markCode({ id: 'c1' }, asked, await runProgram(python, source, asked, lessonProblem('L000'), 7))
  }

  const pointsOf = ({ points, parts }: Mark) => [points, ...parts.map((part) => part.points)].join(' ')
  const changed = (from: string, to: string) => {
    expect(twoLayers).toContain(from)
    return twoLayers.replaceAll(from, to)
  }

  it.each(Object.entries(twoLayerStyles))('is full where it is right, written %s', async (_style, source) => {
    expect(pointsOf(await marked(source))).toBe('10 2 2 3 3')
  })

  it.each<[string, string, string, string, string[]]>([
    ['1/N forgotten', 'ds /= N', 'pass', '8 0 2 3 3', ['lost-mean']],
    ['λW', '2 * reg', 'reg', '5 2 0 3 0', ['half-regularizer']],
    ['no mask', 'dZ[Z <= 0] = 0', 'pass', '7 2 2 0 3', ['unmasked-relu']],
    ['λW in one layer', '2 * reg * W1', 'reg * W1', '7 2 2 3 0', ['half-regularizer']],
    ['a factor that nobody knows, twice', 'ds /= N', 'ds *= 0.37', '8 0 2 3 3', []]
  ])('costs the stage of the mistake alone: %s', async (_title, from, to, points, mistakes) => {
    const mark = await marked(changed(from, to))
    expect({ points: pointsOf(mark), mistakes: mark.mistakes }).toEqual({ points, mistakes })
  })

  it('carries nothing where the lab says so', async () => {
    expect(pointsOf(await marked(changed('ds /= N', 'pass'), { carry: false }))).toBe('0 0 0 0 0')
  })

  it('says of a wrong loss whether the gradients are its derivative', async () => {
    const twice = await marked(changed('.sum() / N + reg', '.sum() / N + 2 * reg'))
    expect(twice.sentences[0].en).toMatch(/^The loss is [\d.]+, and should be 1\.7341/)
    const own = await marked(twoLayers.replaceAll('.sum() / N', '.sum()').replace('ds /= N', 'pass'))
    expect(own.sentences[0].en).toContain('They are the derivative of the loss that the program computes')
  })

  it('costs a stage that is right on the own network alone', async () => {
    expect(pointsOf(await marked(changed('N = len(X)', 'N = 5')))).toBe('0 0 0 0 0')
  })

  it('is 0 with the sentence of Python where the program fails', async () => {
    const mark = await marked('def backward(P, X, y, reg):\n    return nothing\n')
    expect([pointsOf(mark), mark.sentences[0].en]).toEqual([
      '0 0 0 0 0',
      'Line 2: The name `nothing` is not defined: it is misspelt, or given its value only later.'
    ])
  })
})
