import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerLine, beginAnswers, furthestChain, readAnswerChain, type AnswerChain, type AnswerEvent, type AnswerHead } from '#core'

const head: AnswerHead = {
  format: 1,
  lab: 'bp-000',
  labHash: 'a'.repeat(64),
  id: '20260001',
  app: '0.2.0',
  arithmetic: 'fused-1',
  at: '2026-11-30T08:00:00.000Z',
  elapsed: 0
}

const eventOf = (number: number): AnswerEvent => ({
  at: '2026-11-30T08:01:00.000Z',
  elapsed: 60_000 * number,
  kind: 'answer',
  section: `q${number}`,
  value: { number, text: 'ε\n"行"' }
})

function chainOf(count: number): AnswerChain {
  let text = beginAnswers(head)
  for (let n = 1; n <= count; n++) text += answerLine({ text }, eventOf(n))
  const chain = readAnswerChain(text)
  if (!chain) throw new Error('it was not read')
  return chain
}

describe('a chain of answers', () => {
  it('gives back its head and its events in their order', () => {
    const chain = chainOf(3)
    expect(chain).toMatchObject({ head, events: [1, 2, 3].map(eventOf), rest: '' })
    expect(chain.text.split('\n')).toHaveLength(5)
  })

  it('has another receipt of twelve digits after every answer', () => {
    const receipts = [0, 1, 2, 3].map((count) => chainOf(count).receipt)
    expect(new Set(receipts).size).toBe(4)
    for (const receipt of receipts) expect(receipt).toMatch(/^\d{4} \d{4} \d{4}$/)
  })

  it('holds up to the line that was being written when it was cut, and can be gone on with', () => {
    const { text } = chainOf(3)
    for (let length = 0; length < text.length; length++) {
      const cut = readAnswerChain(text.slice(0, length))
      const whole = text.slice(0, length).split('\n').length - 1
      if (whole === 0) {
        expect(cut).toBeNull()
        continue
      }
      expect(cut?.events).toHaveLength(whole - 1)
      expect(`${cut?.text}${cut?.rest}`).toBe(text.slice(0, length))
      const gone = readAnswerChain(`${cut?.text}${answerLine(cut as AnswerChain, eventOf(9))}`)
      expect(gone?.events.at(-1)).toEqual(eventOf(9))
    }
  })

  it('shows every character that was changed: no event at or after it is believed', () => {
    const { text } = chainOf(4)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        if (text[at] === other) return
        const changed = readAnswerChain(text.slice(0, at) + other + text.slice(at + 1))
        const line = text.slice(0, at).split('\n').length - 1
        // The last line has none after it that would tell: only its form can.
        const believed = changed ? changed.events.length : 0
        expect(believed).toBeLessThanOrEqual(line === 4 || line === 0 ? 4 : line)
        if (line < 4 && changed) expect(changed.text).not.toBe(text)
      }),
      { seed: 1, numRuns: 500 }
    )
  })

  it('shows lines that were left out, doubled or put in another order', () => {
    const lines = chainOf(4).text.split(/(?<=\n)/)
    const without = readAnswerChain(lines.toSpliced(2, 1).join(''))
    expect(without?.events).toEqual([eventOf(1)])
    expect(readAnswerChain(lines.toSpliced(2, 0, lines[2]).join(''))?.events).toEqual([1, 2].map(eventOf))
    expect(readAnswerChain([lines[0], lines[2], lines[1], lines[3], lines[4]].join(''))?.events).toEqual([])
  })

  it('is the one that goes furthest of several copies', () => {
    const [short, long] = [chainOf(1), chainOf(3)]
    expect(furthestChain([short, null, long])).toBe(long)
    expect(furthestChain([null, null])).toBeNull()
  })
})
