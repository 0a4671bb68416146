import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

async function trained(line: string) {
  const out = join(folder(), 'run')
  const result = await cli(['train', '--out', out, ...line.split(' ')])
  const { doctor } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { doctor: unknown }
  return { ...result, doctor }
}

describe('the doctor of train', () => {
  const vanishing = '--data iris --epochs 30 --hidden 10,10,10,10,10,10 --activation sigmoid'

  it('ends a run with the first cause in one line, and ranks all in summary.json', async () => {
    const { code, stdout, doctor } = await trained(vanishing)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Doctor +Vanishing gradients: The gradient has norm \S+ in layer 1 but \S+ in layer 7.* Try: Use relu in the hidden layers\.$/m
    )
    expect(doctor).toEqual([
      { rule: 'vanishing-gradients', level: 'serious', first: true },
      { rule: 'underfitting', level: 'serious', first: false }
    ])
  })

  it('does so in Chinese', async () => {
    const { stdout } = await trained(`${vanishing} --lang zh`)
    expect(stdout).toMatch(/^诊断 +梯度消失：梯度的范数在第 1 层为 \S+，在第 7 层为 .*建议：隐藏层改用 relu。$/m)
  })

  it('says it on stderr where training diverged, even before the first step', async () => {
    const { code, stdout, stderr, doctor } = await trained('--data toy:sine --learning-rate 1000')
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
    expect(stderr).toMatch(/^Doctor +Divergence: Step \d+ produced .* Try: Set the learning rate to \S+\.$/m)
    expect(doctor).toEqual([{ rule: 'divergence', level: 'serious', first: true }])
  })

  it('finds nothing in a run as it comes', async () => {
    const { stdout, doctor } = await trained('--data iris')
    expect(stdout).toMatch(/^Doctor +no problems found$/m)
    expect(doctor).toEqual([])
  })
})
