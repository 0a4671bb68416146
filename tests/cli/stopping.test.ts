import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSafetensors } from '#core'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

/** A run on iris with the given flags: its answers, and the test loss after every epoch. */
async function run(line: string) {
  const out = join(folder(), 'out')
  const { code, stdout } = await cli(['train', '--data', 'iris', '--out', out, ...line.split(' ')])
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Record<string, unknown>
  const [, ...epochs] = readFileSync(join(out, 'history.csv'), 'utf8').trimEnd().split('\n')
  return {
    code,
    stdout,
    summary,
    testLosses: epochs.map((epoch) => Number(epoch.split(',')[2])),
    weights: readSafetensors(readFileSync(join(out, 'weights.safetensors'))).tensors
  }
}

describe('a run of the command line', () => {
  it('ends at the epoch that a rule names, and says so', async () => {
    const { code, stdout, summary, testLosses } = await run('--stop-loss 0.1')
    expect(code).toBe(0)
    expect(summary.stoppedBy).toBe('loss')
    expect(testLosses.findIndex((loss) => loss < 0.1)).toBe(testLosses.length - 1)
    expect(summary.epochs).toBe(testLosses.length)
    expect(stdout).toContain('--stop-loss')
  })

  it('ends by accuracy, and after some epochs without a lower loss', async () => {
    expect((await run('--stop-accuracy 0.9')).summary.stoppedBy).toBe('metric')
    const { summary, testLosses } = await run('--epochs 400 --patience 5 --learning-rate 0.5')
    expect(summary.stoppedBy).toBe('patience')
    expect(testLosses.indexOf(Math.min(...testLosses))).toBe(testLosses.length - 6)
  })

  it('with --keep-best saves the weights of the best epoch: those of a run that ends there', async () => {
    const flags = '--learning-rate 0.5 --epochs 120'
    const { summary, testLosses, weights } = await run(`${flags} --keep-best`)
    const best = 1 + testLosses.indexOf(Math.min(...testLosses))
    expect(best).toBeLessThan(120)
    expect(summary).toMatchObject({ epochs: 120, weightsEpoch: best, testLoss: testLosses[best - 1] })
    expect((await run(flags.replace('120', String(best)))).weights).toEqual(weights)
  })

  it('ends with the epoch in which its time is up', async () => {
    const { summary } = await run('--epochs 1000000 --stop-seconds 0.05')
    expect(summary.stoppedBy).toBe('time')
    expect(Number.isFinite(summary.trainLoss)).toBe(true)
  })

  it.each(['--stop-loss 0', '--stop-accuracy 1', '--patience 0.5', '--stop-seconds x'])(
    'refuses %s by the name of its flag',
    async (line) => {
      const [flag] = line.split(' ')
      const { code, stderr } = await cli(['train', '--data', 'iris', '--out', join(folder(), 'out'), '--lang', 'en', ...line.split(' ')])
      expect(code).not.toBe(0)
      expect(stderr).toContain(`${flag} is`)
    }
  )
})
