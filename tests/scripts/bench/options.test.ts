import { describe, expect, it } from 'vitest'
import { workloads } from '../../../bench/workloads.mjs'
import { CONTENDERS, parseOptions } from '../../../scripts/bench/options.mjs'

describe('the options of the benchmark', () => {
  it('mean everything when there are none', () => {
    expect(parseOptions([])).toEqual({
      json: false,
      readme: false,
      contenders: [...CONTENDERS],
      workloads: workloads.map(({ name }: { name: string }) => name)
    })
  })

  it('narrow down contenders and workloads apart', () => {
    expect(parseOptions(['--only', 'tiny,loops'])).toMatchObject({ contenders: ['loops'], workloads: ['tiny'] })
    expect(parseOptions(['--only=numpy']).workloads).toHaveLength(workloads.length)
    expect(parseOptions(['--only', 'large-adam']).contenders).toEqual([...CONTENDERS])
  })

  it.each([[['--fast']], [['--only', 'matlab']], [['--only']], [['--readme', '--json']], [['--readme', '--only', 'tiny']]])(
    'refuse %j in a sentence',
    (args) => expect(() => parseOptions(args)).toThrow(/^--|The flags are --json, --readme, --only\.$/)
  )
})
