import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { GradientCheck, verdicts } from '#core'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

describe('exit code 5', () => {
  it('reports a gradient that is wrong, after writing everything', async () => {
    const out = join(folder(), 'out')
    const honest = Reflect.get(GradientCheck.prototype, 'report') as GradientCheck['report']
    const spy = vi.spyOn(GradientCheck.prototype, 'report').mockImplementation(function (this: GradientCheck) {
      const report = honest.call(this)
      const verdict = report.verdict.slice()
      verdict.fill(verdicts.indexOf('wrong'), 0, 2)
      return { ...report, verdict, passed: report.passed - 2, failed: 2, isWrong: true }
    })
    const { code, stdout, stderr } = await cli(['train', '--data', 'iris', '--epochs', '1', '--out', out])
    spy.mockRestore()
    expect(code).toBe(5)
    expect(stdout).toContain('129 passed, 2 failed')
    expect(stderr).toContain(
      'Backpropagation is wrong: 2 of 131 gradients disagree with the difference quotient and with forward mode, first W1[0, 0].'
    )
    expect(existsSync(join(out, 'weights.npz'))).toBe(true)
    expect(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))).toMatchObject({
      gradientCheck: { checked: 131, passed: 129, failed: 2 }
    })
  })
})

describe('exit code 1', () => {
  it('is a mistake of ours, with the message and where to report it', async () => {
    const { code, stdout, stderr } = await cli(['train', '--data', 'iris', '--out', join(folder(), 'out')], {
      now: () => {
        throw new TypeError('the clock is broken')
      }
    })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('This is a bug in Backprop Lab: TypeError: the clock is broken')
    expect(stderr).toContain('Please report this')
  })
})
