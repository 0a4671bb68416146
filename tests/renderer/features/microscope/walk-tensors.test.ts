import { computed, nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import type { WalkTensorPart, WalkTensorView } from '#shared/contract'
import { walkTensors, type WalkTensorsOptions } from '../../../../src/renderer/features/microscope/walk-tensors'

const numberAt = (row: number, column: number) => row * 1000 + column

function view(id: string, rows: number, columns: number, isWhole: boolean): WalkTensorView {
  const values = isWhole ? Float64Array.from({ length: rows * columns }, (_, e) => numberAt(Math.floor(e / columns), e % columns)) : null
  return { id, name: id, tex: id, rows, columns, isGiven: false, values, low: -3, high: 2, notFinite: 0 }
}

function part({ window, picture }: Parameters<WalkTensorsOptions['ask']>[0]): WalkTensorPart {
  return {
    window: window && {
      ...window,
      values: Float64Array.from({ length: window.rows * window.columns }, (_, e) =>
        numberAt(window.row + Math.floor(e / window.columns), window.column + (e % window.columns))
      )
    },
    picture: picture && { ...picture, each: { rows: 1, columns: 1 }, values: new Float64Array(picture.rows * picture.columns).fill(1) }
  }
}

describe('the tensors of a walk', () => {
  it('are there at once where they are small', () => {
    const ask = vi.fn()
    const tensor = walkTensors({ views: [view('W1', 2, 3, true)], mostNumbers: 100, ask })
    expect(tensor('W1')?.at(1, 2)).toBe(1002)
    expect(tensor('W1')?.largest).toBe(3)
    expect(tensor('W9')).toBeUndefined()
    expect(ask).not.toHaveBeenCalled()
  })

  it('come by blocks and as a picture where they are large, and what reads them is named', async () => {
    const asked: unknown[] = []
    const tensor = walkTensors({
      views: [view('X', 100, 70, false)],
      mostNumbers: 1024,
      ask: (question) => {
        asked.push(question.window ?? question.picture)
        return Promise.resolve(part(question))
      }
    })
    const shown = computed(() => [tensor('X')?.at(40, 69), tensor('X')?.at(41, 69), tensor('X')?.picture.rows])
    expect(shown.value).toEqual([undefined, undefined, 1])
    await nextTick()
    await nextTick()
    expect(shown.value).toEqual([40_069, 41_069, 64])
    expect(asked).toEqual([
      { rows: 64, columns: 64 },
      { row: 32, column: 64, rows: 32, columns: 6 }
    ])
  })

  it('come whole where one request may have as many numbers', async () => {
    const tensor = walkTensors({
      views: [view('X', 100, 70, false)],
      mostNumbers: 65_536,
      ask: (question) => Promise.resolve(part(question))
    })
    tensor('X')?.at(0, 0)
    await nextTick()
    expect(tensor('X')?.at(99, 69)).toBe(99_069)
  })
})
