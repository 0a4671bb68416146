import { describe, expect, it } from 'vitest'
import { AppError } from '#core'
import { ChildPython } from '../../../src/node/python/child-python'
import { describeIf } from '../../support/conditions'
import { pythonForTests, pythonRuntime } from '../../support/python-inside'

describe('Python that is not there', () => {
  it('is refused with the folder', async () => {
    const attempt = new ChildPython('/nowhere').start()
    await expect(attempt).rejects.toThrow(AppError)
    await expect(attempt).rejects.toThrow('/nowhere')
  })
})

describeIf(pythonRuntime, 'Python in a process of its own', () => {
  const limits = { seconds: 60, memory: 256 }
  const python = pythonForTests(limits)

  async function printed(source: string) {
    let text = ''
    const run = await python.run('plain', { source }, (piece) => (text += piece))
    return { text, run }
  }

  it('runs a program and passes on what it prints', async () => {
    expect(await printed('import numpy as np\nprint(np.arange(3) + 0.5, "中文")')).toEqual({
      text: '[0.5 1.5 2.5] 中文\n',
      run: { ended: 'done', result: {}, unprinted: 0 }
    })
  })

  it('tells of an exception with its line', async () => {
    const { run } = await printed('x = 1\nx / 0')
    expect(run).toMatchObject({
      result: { error: { type: 'ZeroDivisionError', line: 2, text: expect.stringContaining('x / 0') as string } }
    })
  })

  it('passes on a limited part of what is printed without end', async () => {
    const { text, run } = await printed('for i in range(1000):\n  print("x" * 1000)')
    expect(text.length).toBe(256 * 1024)
    expect(run).toMatchObject({ ended: 'done', unprinted: 1_001_000 - 256 * 1024 })
  })

  it('is ended when its time is over, and starts anew', async () => {
    limits.seconds = 1
    expect((await printed('while True: pass')).run).toEqual({ ended: 'time' })
    limits.seconds = 60
    expect((await printed('print(1)')).text).toBe('1\n')
  })

  it('can be stopped at once', async () => {
    const run = printed('print("on", flush=True)\nwhile True: pass')
    await python.start()
    python.kill()
    expect((await run).run).toEqual({ ended: 'stopped' })
  })
})
