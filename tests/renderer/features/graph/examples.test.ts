import { describe, expect, it } from 'vitest'
import { explore, shownGraph } from '#core'
import { exampleGroups, examples } from '../../../../src/renderer/features/graph/examples'
import references from '../../../reference/backward/graph-examples.json'

const all = exampleGroups.flatMap((group) => [...examples[group]])

describe('the programs of the menu', () => {
  it.each(all.map((example) => [example.title, example] as const))(
    '%s has a value, every number of it finite',
    (_title, { text, inputs }) => {
      const { nodes, notes, unusedInputs } = shownGraph(explore(text, inputs))
      expect(nodes.filter(({ problem }) => problem)).toEqual([])
      expect(notes).toEqual([])
      expect(unusedInputs).toEqual([])
    }
  )

  it('have different titles', () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  })

  it('have every program of the references', () => {
    const texts = new Set<string>(all.map(({ text }) => text))
    // The chain of the note, written in one line.
    const same = new Set(['sigmoid(2 * (-(2 * (x + 1)) + 1))'])
    expect(references.map(({ expression }) => expression).filter((one) => !texts.has(one) && !same.has(one))).toEqual([])
  })
})
