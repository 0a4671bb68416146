import { expect, it } from 'vitest'
import { markAnswers, ownProblem, ownToyTable, readLabFile, runProgram, type AnswerEvent, type Mark } from '#core'
import { describeIf } from '../../support/conditions'
import { labText } from '../../support/lab-students'
import { pythonForTests, pythonRuntime } from '../../support/python-inside'
import { twoLayers } from '../../support/student-programs'

const ID = '20260001'

describeIf(pythonRuntime, 'the answers to a task of writing code', () => {
  const python = pythonForTests()

  /** The mark of `c1` for answers and hints, with other fields of the task than in the lab. */
  async function marked(code: string, hints: readonly number[], from: string, to: string): Promise<Mark> {
    const lab = readLabFile(labText.replace(from, to))
    const table = ownToyTable(lab, ID)
    const event = (kind: AnswerEvent['kind'], value: unknown): AnswerEvent => ({ at: '', elapsed: 0, kind, section: 'c1', value })
    const events = [...hints.map((n) => event('hint', { n })), event('answer', { code })]
    const marks = await markAnswers(
      lab,
      { id: ID, events, own: table && ownProblem(lab, ID, table) },
      {
        runProgram: (source, task, problem) => runProgram(python, source, task, problem, 7),
        repeatRun: () => Promise.resolve({ figures: null, broken: null })
      }
    )
    return marks[2]
  }

  it('cost nothing for hints where the lab says so, and what it says otherwise, each hint once', async () => {
    const asking = (hints: string) => ['limit: 2 s, 512 MB', `limit: 10 s, 512 MB    hints: ${hints}`] as const
    expect((await marked(twoLayers, [1], ...asking('after 2, cost 0'))).points).toBe(6)
    expect((await marked(twoLayers, [1, 1], ...asking('after 2, cost 2'))).points).toBe(4)
    expect((await marked(twoLayers, [1, 2], ...asking('after 2, cost 5'))).points).toBe(0)
  })

  it('are marked on the network of the student where the lab names no other', async () => {
    const own = [
      'lesson: L000    stages: ds 1, dW2 1, dZ 2, dW1 2    nets: own, random 2    limit: 2 s',
      'stages: ds 1, dW2 1, dZ 2, dW1 2    nets: own, random 2    limit: 10 s'
    ] as const
    const tanh = twoLayers.replace('np.maximum(0, Z)', 'np.tanh(Z)').replace('dZ[Z <= 0] = 0', 'dZ *= 1 - H * H')
    expect((await marked(tanh, [], ...own)).points).toBe(6)
    const { points, mistakes } = await marked(tanh.replace('1 - H * H', '1 - H'), [], ...own)
    expect(points).toBeLessThan(6)
    expect(mistakes).toEqual(['slope-without-square'])
  })
})
