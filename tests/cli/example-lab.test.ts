import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli } from '../support/cli'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { pythonRuntime } from '../support/python-inside'

const folder = temporaryFolders()
const example = join(import.meta.dirname, '../../examples/lab')

describeIf(pythonRuntime, 'the sample lab', () => {
  it('is collected by the command of the guide, to the marks counted by hand', async () => {
    const out = join(folder(), 'marks')
    const lab = join(example, 'two-layers.lab.md')
    const argv = ['lab', 'collect', join(example, 'handed-in'), '--lab', lab, '--roster', join(example, 'roster.csv'), '--out', out]
    expect(await cli(argv)).toMatchObject({ code: 0 })
    const marks = readFileSync(join(out, 'marks.csv'), 'utf8').trimEnd().split('\n').slice(1)
    // q1, q2, b1, c1, f1, r1 and the total: the mask taken from the gradient costs dZ alone, 1/N left out ds alone.
    expect(marks.map((line) => line.split(',').slice(2, 9).join(' '))).toEqual([
      '2 2  9  2 ',
      '2 0  6  2 ',
      '0 0 0 7 0 0 7',
      '2 0 0 0 0 0 2',
      '2 2 0 0 0 0 4',
      '0 0 0 0 0 0 0'
    ])
    const kinds = readFileSync(join(out, 'problems.csv'), 'utf8').trimEnd().split('\n').slice(1)
    expect(kinds.map((line) => line.split(',')[2])).toEqual(['renamed', 'cut', 'tampered', 'missing', 'program', 'program'])
    expect(readFileSync(join(out, 'filled.csv'), 'utf8')).toContain('20260003,例三,15,7\n')
    // Six programs, one of which runs until its time is over.
  })
})
