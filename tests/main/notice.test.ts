import { expect, it } from 'vitest'
import { noticeOf } from '../../src/main/notice'

it('says how a run ended, after how many epochs and how long, in both languages', () => {
  const finished = { status: 'finished', epochs: 300, seconds: 95.4 } as const
  expect(noticeOf('en', finished)).toEqual({ title: 'Training has finished', body: '300 epochs in 1 min 35 s' })
  expect(noticeOf('zh-CN', finished)).toEqual({ title: '训练完成', body: '300 轮，用时 1 分 35 秒' })
  expect(noticeOf('en', { status: 'failed', epochs: 2, seconds: 31 })).toEqual({ title: 'Training has failed', body: '2 epochs in 31 s' })
})
