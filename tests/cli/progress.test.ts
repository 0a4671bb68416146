import { describe, expect, it } from 'vitest'
import { displayWidth, duration, padTo, percent, shortNumber } from '../../src/cli/display'
import { Progress } from '../../src/cli/progress'

/** Shows a piece of work of which one part is done each so many milliseconds. */
function show(total: number, milliseconds: number, terminal: { isTTY?: boolean; columns?: number } = {}): string {
  let text = ''
  let time = 0
  const stderr = { write: (more: string) => (text += more), ...terminal }
  const progress = new Progress({ stderr, now: () => time }, 'Epoch', 'en')
  for (let done = 1; done <= total; done++) {
    time += milliseconds
    progress.update({ done, total, text: 'train loss 0.5' })
  }
  progress.end()
  return text
}

describe('progress without a terminal', () => {
  it('is one line for each tenth', () => {
    const lines = show(1000, 1).trimEnd().split('\n')
    expect(lines).toHaveLength(10)
    expect(lines[0]).toBe('Epoch 100/1000 · 1 s left · train loss 0.5')
    expect(lines[9]).toBe('Epoch 1000/1000 · train loss 0.5')
  })

  it('is a line after two seconds, and then at least one each ten', () => {
    const lines = show(1000, 500).trimEnd().split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'Epoch 4/1000 · 8 min 18 s left · train loss 0.5',
      'Epoch 24/1000 · 8 min 8 s left · train loss 0.5',
      'Epoch 44/1000 · 7 min 58 s left · train loss 0.5'
    ])
  })
})

describe('progress on a terminal', () => {
  it('is one line that is drawn over, at most ten times a second and at the end', () => {
    const text = show(1000, 1, { isTTY: true, columns: 100 })
    expect(text.split('\r')).toHaveLength(1 + 11)
    expect(text.split('\n')).toHaveLength(2)
    expect(text).toContain('\r\u001b[KEpoch [############............] 501/1000 · 1 s left · train loss 0.5')
    expect(text.trimEnd().endsWith('Epoch [########################] 1000/1000 · train loss 0.5')).toBe(true)
  })

  it.each([20, 40, 60, 80])('leaves out what does not fit into %i columns', (columns) => {
    const longest = 'Epoch [########################] 1000/1000'.length
    for (const line of show(1000, 200, { isTTY: true, columns }).trimEnd().split('\r\u001b[K')) {
      expect(displayWidth(line)).toBeLessThan(Math.max(columns, longest + 1))
    }
  })

  it('comes to an end on a terminal that does not know its width', () => {
    expect(show(10, 200, { isTTY: true, columns: 0 })).toContain('10/10')
  })
})

describe('figures', () => {
  it('are short', () => {
    expect([0.123456, 1234567, 1e-9, -0.5, NaN].map(shortNumber)).toEqual(['0.1235', '1235000', '1e-9', '-0.5', '—'])
    expect([0.98214, 1, NaN].map(percent)).toEqual(['98.2 %', '100.0 %', '—'])
  })

  it('of time have two units at most', () => {
    const times = [0.04, 3.25, 9.97, 45.4, 60, 3599, 7265]
    expect(times.map((seconds) => duration(seconds, 'en'))).toEqual([
      '0.0 s',
      '3.3 s',
      '10 s',
      '45 s',
      '1 min 0 s',
      '59 min 59 s',
      '2 h 1 min'
    ])
    expect(times.map((seconds) => duration(seconds, 'zh')).slice(-2)).toEqual(['59 分 59 秒', '2 小时 1 分'])
  })

  it('line up beside Chinese labels', () => {
    expect([padTo('损失', 10), padTo('Loss', 10)].map(displayWidth)).toEqual([10, 10])
  })
})
