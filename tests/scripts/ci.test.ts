import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeIf, signals as posix } from '../support/conditions'
import { temporaryFolders } from '../support/folders'

const newFolder = temporaryFolders()

/** Runs .ci/run where `npm test` does what these lines of a shell say. */
function runCi(npmTest: string): { code: number | null; last: string | undefined; lines: string[] } {
  const folder = newFolder()
  const tools = join(folder, 'tools')
  mkdirSync(tools)
  mkdirSync(join(folder, 'test-results'))
  cpSync('.ci', join(folder, '.ci'), { recursive: true })
  // Of an earlier run, which must not speak for this one.
  writeFileSync(join(folder, 'test-results', 'summary.txt'), '7 passed, 0 failed\n')
  writeFileSync(join(tools, 'npm'), `#!/bin/sh\n[ "$1" = test ] || exit 0\n${npmTest}\n`)
  chmodSync(join(tools, 'npm'), 0o755)
  const { status, stdout } = spawnSync(join(folder, '.ci', 'run'), {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}` }
  })
  const lines = stdout.trimEnd().split('\n')
  return { code: status, last: lines.at(-1), lines }
}

const writes = (...lines: string[]) => `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(' ')} > test-results/summary.txt`

describeIf(posix, 'the last line of .ci/run', () => {
  test('is that of a run that passed, with what was skipped before it', () => {
    expect(runCi(writes('skipped 1 of a.test.ts: needs numpy', '5 passed, 0 failed, 1 skipped'))).toMatchObject({
      code: 0,
      lines: ['skipped 1 of a.test.ts: needs numpy', '5 passed, 0 failed, 1 skipped']
    })
  })

  test('names the failures of one that failed', () => {
    expect(runCi(`${writes('5 passed, 2 failed')}; echo npm error; exit 1`)).toMatchObject({ code: 1, last: '5 passed, 2 failed' })
  })

  describe('is a failure', () => {
    test.each([
      ['a run that ended well and silently', 'exit 0', 1],
      ['a run that ended badly and silently', 'exit 3', 3],
      ['a run that was killed', 'kill -9 $$', 137],
      ['a run that named failures and ended well', writes('5 passed, 2 failed'), 1],
      ['a run that named none and ended badly', `${writes('5 passed, 0 failed')}; exit 1`, 1],
      ['a run of no test', writes('0 passed, 0 failed, 9 skipped'), 1],
      ['a run whose last line was cut', writes('5 pass'), 1]
    ])('for %s', (_, npmTest, expected) => {
      const { code, last } = runCi(npmTest)
      expect(code).toBe(expected)
      expect(last).toMatch(/^\d+ passed, [1-9]\d* failed/)
    })
  })
})
