import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { explore, shownGraph, type ExpressionInputs } from '#core'
import { walkOf } from '../../../../src/renderer/features/graph/walk'

const nodesOf = (text: string, inputs: ExpressionInputs) => shownGraph(explore(text, inputs)).nodes

describe('the walk through a graph', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const nodes = () => ref(nodesOf('x + y * z', { x: -2, y: 5, z: -4 }))

  it('goes forward through the operations, and back from the result to the inputs', () => {
    const walk = walkOf(nodes())
    walk.go(0)
    const steps = Array.from({ length: walk.length.value }, () => {
      walk.move(1)
      return [walk.phase.value, walk.current.value]
    })
    expect(steps).toEqual([
      ['forward', 3],
      ['forward', 4],
      ['backward', 4],
      ['backward', 3],
      ['backward', 2],
      ['backward', 1],
      ['backward', 0]
    ])
  })

  it('knows a number once it has come to it', () => {
    const walk = walkOf(nodes())
    walk.go(3)
    expect([walk.hasValue(4), walk.hasGradient(4), walk.hasGradient(3)]).toEqual([true, true, false])
    walk.go(1)
    expect([walk.hasValue(3), walk.hasValue(4), walk.hasGradient(4)]).toEqual([true, false, false])
  })

  it('stays at the end as nodes are added, and elsewhere at its place', () => {
    const list = nodes()
    const walk = walkOf(list)
    list.value = nodesOf('x * y * z + x', { x: 1, y: 2, z: 3 })
    expect(walk.position.value).toBe(walk.length.value)
    walk.go(2)
    list.value = nodesOf('x', { x: 1 })
    expect(walk.position.value).toBe(1)
  })

  it('plays from the beginning to the end, and pauses', () => {
    const walk = walkOf(nodes())
    walk.play()
    expect([walk.position.value, walk.isPlaying.value]).toEqual([0, true])
    vi.advanceTimersByTime(1500)
    walk.play()
    expect([walk.position.value, walk.isPlaying.value]).toEqual([2, false])
    walk.play()
    vi.advanceTimersByTime(10_000)
    expect([walk.position.value, walk.isPlaying.value]).toEqual([7, false])
  })
})
