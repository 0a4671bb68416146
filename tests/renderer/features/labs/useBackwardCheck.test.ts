import { describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, shallowRef } from 'vue'
import { AppError, lessonCase, stoppedProgram, type GradientJudgement, type NetworkCase, type ProgramOutcome } from '#core'
import type { JudgeTask } from '../../../../src/renderer/features/labs/judge-protocol'
import { useBackwardCheck } from '../../../../src/renderer/features/labs/useBackwardCheck'
import { eventually } from '../../../support/eventually'
import '../../../../src/renderer/pages/labs/messages'

const judgement: GradientJudgement = {
  loss: { student: 1, engine: 1, agrees: true },
  tensors: [],
  firstWrong: null,
  mistakes: [],
  made: [],
  sentence: { en: 'right', zh: '正确' }
}

type Judge = (task: JudgeTask, signal: AbortSignal) => Promise<ProgramOutcome>

function setUp(judge: Judge = () => Promise.resolve(judgement), start: () => Promise<void> = () => Promise.resolve()) {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key)
  }
  const name = ref('L000')
  const asked = shallowRef<NetworkCase | null>(lessonCase('L000'))
  const python = { start, run: vi.fn(), kill: vi.fn() }
  const dispose = vi.fn()
  const scope = effectScope()
  const check = scope.run(() =>
    useBackwardCheck({
      lab: { name, asked: asked as never },
      storage,
      open: () => ({ python, dispose }),
      judge: (_python, task, _print, signal) => judge(task, signal)
    })
  )
  if (!check) throw new Error('no scope')
  const choose = async (chosen: string) => {
    name.value = chosen
    asked.value = lessonCase(chosen)
    await nextTick()
  }
  return { check, kept, asked, choose, python, dispose, scope }
}

const untilStopped: Judge = (_task, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(stoppedProgram())))

const numbers = (name = 'grads.json', text = '{}') => new File([text], name)

describe('a backward pass to be checked', () => {
  it('begins with the shapes of its case, and is kept for each case by itself', async () => {
    const { check, choose, kept } = setUp()
    expect(check.source.value).toContain('W1 (2, 4)')
    check.write('mine')
    await choose('L002')
    expect(check.source.value).toContain('W1 (3, 4)')
    await choose('L000')
    expect(check.source.value).toBe('mine')
    check.startOver()
    expect(check.source.value).toContain('W1 (2, 4)')
    expect([...kept.keys()]).toEqual([])
  })

  it('is judged on the case with the program as it is written', async () => {
    const judge = vi.fn<Judge>(() => Promise.resolve(judgement))
    const { check } = setUp(judge)
    check.write('mine')
    await check.check()
    expect(judge.mock.calls[0][0]).toMatchObject({ type: 'program', source: 'mine', asked: { id: 'L000' } })
    expect({ phase: check.phase.value, judgement: check.judgement.value, file: check.file.value }).toEqual({
      phase: 'idle',
      judgement,
      file: null
    })
  })

  it('waits where there is no network, and begins when there is one', async () => {
    const judge = vi.fn<Judge>(() => Promise.resolve(judgement))
    const { check, asked } = setUp(judge)
    asked.value = null
    expect(check.source.value).toBe('')
    await check.check()
    await check.checkNumbers(numbers())
    expect(judge).not.toHaveBeenCalled()
    asked.value = lessonCase('L004')
    expect(check.source.value).toContain('def backward')
  })

  it('that is stopped says so, and ends Python', async () => {
    const { check, python } = setUp(untilStopped)
    const checking = check.check()
    check.stop()
    await checking
    expect(check.failure.value?.code).toBe('stopped')
    expect(python.kill).toHaveBeenCalledOnce()
  })

  it('has no result of a case that is left', async () => {
    const { check, choose } = setUp(untilStopped)
    const checking = check.check()
    await choose('L002')
    await checking
    expect([check.failure.value, check.judgement.value, check.error.value]).toEqual([null, null, null])
  })

  it('says why Python is not there', async () => {
    const { check } = setUp(undefined, () => Promise.reject(new AppError('file.no-python', { folder: 'x' })))
    await eventually(() => expect(check.error.value?.code).toBe('file.no-python'))
  })

  it('takes the page of Python away with itself', () => {
    const { scope, dispose } = setUp()
    scope.stop()
    expect(dispose).toHaveBeenCalledOnce()
  })
})

describe('a file in a lab', () => {
  it('of gradients is judged by itself; the program stays', async () => {
    const judge = vi.fn<Judge>(() => Promise.resolve(judgement))
    const { check } = setUp(judge)
    check.write('mine')
    await check.checkNumbers(numbers('grads.csv', 'tensor'))
    expect(judge.mock.calls[0][0]).toMatchObject({ type: 'numbers', name: 'grads.csv', bytes: new TextEncoder().encode('tensor') })
    expect([check.file.value, check.judgement.value, check.source.value]).toEqual(['grads.csv', judgement, 'mine'])
    await check.check()
    expect(check.file.value).toBeNull()
  })

  it('of gradients that cannot be used has the reason', async () => {
    const { check } = setUp(() => Promise.reject(new AppError('case.number', { path: 'gradients[0].W', actual: 'null' })))
    await check.checkNumbers(numbers())
    expect([check.file.value, check.error.value?.code]).toEqual(['grads.json', 'case.number'])
  })

  it('of a program takes the place of the one that is there', async () => {
    const { check, kept } = setUp()
    await check.openProgram(new File(['from a file'], 'backward.py'))
    expect([check.source.value, kept.get('labs-program-L000')]).toEqual(['from a file', 'from a file'])
  })

  it('that is too large is refused unread', async () => {
    const { check } = setUp()
    const large = numbers()
    Object.defineProperty(large, 'size', { value: 2 ** 30 })
    await check.checkNumbers(large)
    expect(check.error.value?.code).toBe('data.file-too-large')
    await check.openProgram(large)
    expect(check.error.value?.code).toBe('data.file-too-large')
  })
})
