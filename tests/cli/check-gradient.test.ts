import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ChildPython } from '../../src/node/python/child-python'
import { cli } from '../support/cli'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { pythonForTests, pythonRuntime } from '../support/python-inside'
import { referenceFile } from '../support/reference'
import { twoLayers } from '../support/student-programs'

const folder = temporaryFolders()

function fileOf(source: string): string {
  const file = join(folder(), 'backward.py')
  writeFileSync(file, source)
  return file
}

describeIf(pythonRuntime, 'lab check-gradient of a program', () => {
  const python = pythonForTests()

  function check(source: string, ...more: string[]) {
    // The commands end theirs; here one serves them all.
    const kept = { start: () => python.start(), run: python.run.bind(python), kill: () => undefined }
    const argv = ['lab', 'check-gradient', fileOf(source), '--case', 'L000', ...more]
    return cli(argv, { createPython: () => kept })
  }

  it('ends with 0 where it is right; what it prints is on stderr', async () => {
    const { code, stdout, stderr } = await check(`print("begin")\n${twoLayers}`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'begin\n' })
    expect(stdout).toContain('W2      12       0')
    expect(stdout).toContain('No gradient is wrong: 27 of 27 are confirmed.')
  })

  it('ends with 5 and names the mistake', async () => {
    const { code, stdout } = await check(twoLayers.replace('ds /= N', 'pass'), '--json')
    expect(code).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'L000',
        loss: { agrees: true },
        tensors: [
          { name: 'W1', failed: 8 },
          { name: 'b1', failed: 4 },
          { name: 'W2', failed: 12 },
          { name: 'b2', failed: 3 }
        ],
        firstWrong: 'W2',
        mistakes: ['lost-mean']
      }
    ])
  })

  it('ends with 4 where the program fails, with a sentence beside what Python says', async () => {
    const { code, stdout, stderr } = await check('def backward(P, X, y, reg):\n  return X @ X, P', '--lang', 'zh')
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
    expect(stderr).toContain('L000: 第 2 行：矩阵乘法的维度不匹配')
    expect(stderr).toContain('ValueError: matmul')
  })

  it('has the failure in its place in JSON', async () => {
    const { code, stdout } = await check('x = 1', '--json')
    expect(code).toBe(4)
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'L000',
        error: { code: 'no-function', line: null, python: null },
        sentence: { zh: expect.stringContaining('backward') as string }
      }
    ])
  })
})

describe('lab check-gradient without Python', () => {
  it('ends with 2 and says what to do', async () => {
    const argv = ['lab', 'check-gradient', fileOf(twoLayers), '--case', 'L000', '--lang', 'en']
    const { code, stdout, stderr } = await cli(argv, { createPython: () => new ChildPython('/nowhere') })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Python is not available')
  })

  it.each<[string, string[]]>([
    ['en', ['The command line of the packaged app runs no Python', 'page Labs', 'npm run --silent cli']],
    ['zh', ['打包版自带的命令行不能运行 Python', '“练习”页', 'npm run --silent cli']]
  ])('ends with 2 in a package, and says where the program can be checked: %s', async (language, words) => {
    Object.defineProperty(process.versions, 'electron', { value: '33.2.1', configurable: true })
    try {
      const argv = ['lab', 'check-gradient', fileOf(twoLayers), '--case', 'L000', '--lang', language]
      const { code, stdout, stderr } = await cli(argv, { createPython: () => new ChildPython('/nowhere') })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      for (const word of words) expect(stderr).toContain(word)
      expect(stderr).not.toContain('/nowhere')
    } finally {
      Reflect.deleteProperty(process.versions, 'electron')
    }
  })

  it('names a program that is not there', async () => {
    const { code, stderr } = await cli(['lab', 'check-gradient', 'gone.py', '--case', referenceFile('lesson-cases.json')])
    expect(code).toBe(3)
    expect(stderr).toContain('gone.py')
  })
})
