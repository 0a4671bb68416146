import { describe, expect, it } from 'vitest'
import { withTable } from '../../../scripts/bench/readme.mjs'
import { markdownTable, plainTable, tableRows } from '../../../scripts/bench/table.mjs'

const measured = (contender: string, threads: number, microsecondsPerStep: number, workload = 'large') => ({
  workload,
  contender,
  threads,
  microsecondsPerStep,
  samplesPerSecond: 1
})

const report = {
  measurements: [
    measured('engine', 1, 4000),
    measured('engine', 2, 2500),
    measured('loops', 1, 1),
    measured('numpy', 2, 3500),
    measured('torch', 1, 5000)
  ],
  machine: ['A processor'],
  versions: [{ contender: 'numpy', about: 'numpy 2' }],
  peak: 1e11
}

function row(title: string, from = report): string {
  return tableRows(from).find(([name]: string[]) => name.startsWith(title))?.[1] ?? 'no such row'
}

describe('the table of the benchmark', () => {
  it('compares the engine at its best with the best peer, of which plain loops are none', () => {
    expect(row('engine ÷ best peer')).toBe('1.40×')
  })

  it('says where a goal is missed', () => {
    const slower = { ...report, measurements: [...report.measurements, measured('numpy', 1, 2600)] }
    expect(row('engine ÷ best peer', slower)).toBe('1.04× (short of 1.4×)')
  })

  it("states one thread's part of one core's peak, where the peak is known", () => {
    // 2 · 128 · (2 · 784 · 512 + 3 · 512 · 512 + 3 · 512 · 10) operations in 4 ms, of 1e11 a second
    expect(row("one thread's part")).toBe('103 %')
    expect(row("one thread's part", { ...report, peak: null as unknown as number })).toBe('no such row')
  })

  it('leaves a cell open where nothing was measured', () => {
    const two = { ...report, measurements: [...report.measurements, measured('loops', 1, 2, 'tiny')] }
    expect(tableRows(two).map((cells: string[]) => cells.length)).toEqual(Array(tableRows(two).length).fill(3))
    expect(tableRows(two).find(([name]: string[]) => name === 'numpy, 2 threads')).toEqual(['numpy, 2 threads', '–', '3500'])
  })

  it('has the same figures for a terminal and for a README', () => {
    expect(plainTable(report)).toContain('2500')
    expect(markdownTable(report)).toContain('| engine, 2 threads | 2500 |')
    expect(markdownTable(report)).toContain('| --- | ---: |')
  })
})

describe('withTable', () => {
  const text = 'before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter\n'

  it('replaces what is between the markers, however often', () => {
    const once = withTable(text, 'new', 'README.md')
    expect(once).toBe('before\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nafter\n')
    expect(withTable(once, 'new', 'README.md')).toBe(once)
  })

  it('says what is missing in a file without them', () => {
    expect(() => withTable('no place', 'new', 'README.md')).toThrow('README.md has no place for the table')
  })
})
