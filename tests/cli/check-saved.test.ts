import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { AppError, GradientCheck } from '#core'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const summaryOf = (out: string) => JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { gradientCheck: unknown }
const train = (out: string, ...more: string[]) => ['train', '--data', 'iris', '--epochs', '2', '--out', out, ...more]

describe('--check', () => {
  it.each([
    ['full', 131, 'all'],
    ['sample', 20 + 8 + 20 + 3, 'sampled']
  ])('%s checks so many gradients', async (choice, count, scope) => {
    const out = join(folder(), 'out')
    const { code, stdout } = await cli(train(out, '--hidden', choice === 'full' ? '16' : '8', '--check', choice))
    expect(code).toBe(0)
    expect(summaryOf(out).gradientCheck).toMatchObject({ checked: count, passed: count, failed: 0, tooSmall: 0, unreliable: 0, scope })
    expect(stdout).toContain('Backpropagation is right')
  })

  it('none leaves the check out and nothing else', async () => {
    const out = join(folder(), 'out')
    const { code, stdout } = await cli(train(out, '--check', 'none'))
    expect(code).toBe(0)
    expect(stdout).toMatch(/Gradient check +not done/)
    expect(summaryOf(out).gradientCheck).toBeNull()
    expect(existsSync(join(out, 'predictions.csv'))).toBe(true)
    expect(existsSync(join(out, 'gradient-check.csv'))).toBe(false)
  })

  it('refuses anything else, before it trains', async () => {
    const { code, stderr } = await cli(train(join(folder(), 'out'), '--check', 'some'))
    expect(code).toBe(2)
    expect(stderr).toContain('full')
  })
})

describe('a finished training', () => {
  it.each([
    ['a mistake of ours', () => new TypeError('the check is broken'), 'TypeError: the check is broken'],
    ['a number', () => new AppError('numeric.not-finite'), 'The loss of this mini-batch is not finite']
  ])('is saved whole when %s stops its check, which is said', async (_name, error, said) => {
    const out = join(folder(), 'out')
    const spy = vi.spyOn(GradientCheck.prototype, 'next').mockImplementation(() => {
      throw error()
    })
    const { code, stderr } = await cli(train(out))
    spy.mockRestore()
    expect(code).toBe(0)
    expect(stderr).toContain('The gradients could not be checked:')
    expect(stderr).toContain(said)
    expect(summaryOf(out)).toMatchObject({ epochs: 2, gradientCheck: null })
    for (const name of ['weights.safetensors', 'predictions.csv', 'history.csv']) expect(existsSync(join(out, name)), name).toBe(true)
  })

  it('is saved whole when it is interrupted during the check: exit 130, and all files but the check’s', async () => {
    const out = join(folder(), 'out')
    let stop = () => {}
    const honest = Reflect.get(GradientCheck.prototype, 'next') as GradientCheck['next']
    const spy = vi.spyOn(GradientCheck.prototype, 'next').mockImplementation(function (this: GradientCheck) {
      stop()
      const end = performance.now() + 30
      while (performance.now() < end);
      return honest.call(this)
    })
    const { code, stderr } = await cli(train(out), {
      onInterrupt: (listener) => {
        stop = listener
        return () => {}
      }
    })
    spy.mockRestore()
    expect(code).toBe(130)
    expect(stderr).toContain('The gradient check was stopped. The training is complete and saved in')
    expect(summaryOf(out)).toMatchObject({ epochs: 2, gradientCheck: null })
    expect(existsSync(join(out, 'predictions.csv'))).toBe(true)
    expect(existsSync(join(out, 'gradient-check.csv'))).toBe(false)
  })
})

describe('a right gradient on an unscaled column', () => {
  const income = () => {
    const file = join(folder(), 'income.csv')
    const rows = Array.from({ length: 40 }, (_, i) => `${18_000 + 1975 * ((i * 17) % 40)},${Math.sin(i).toFixed(3)}`)
    writeFileSync(file, `income,y\n${rows.join('\n')}\n`)
    return file
  }

  it.each([
    ['1', '1e-9'],
    ['20', '3e-10']
  ])('is confirmed after %s epochs at a rate of %s', async (epochs, rate) => {
    const out = join(folder(), 'out')
    const flags = `--target y --scale none --hidden none --init zeros --epochs ${epochs} --learning-rate ${rate}`.split(' ')
    const { code, stdout } = await cli(['train', '--data', income(), ...flags, '--out', out])
    expect(stdout).toContain('Backpropagation is right: all 2 gradients are confirmed.')
    expect(code).toBe(0)
  })
})
