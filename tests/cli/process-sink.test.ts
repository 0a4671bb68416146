import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { ProcessSink } from '../../src/cli/process-sink'

/** A stream of the process that fails from the n-th write on, as a pipe without a reader or a full disk does. */
function streamFailing(from: number, code: string) {
  const taken: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      if (taken.length >= from) return setImmediate(done, Object.assign(new Error('refused'), { code }))
      taken.push(chunk)
      setImmediate(done)
    }
  })
  return { sink: new ProcessSink(Object.assign(stream, { isTTY: false, columns: 80 }) as unknown as NodeJS.WriteStream), taken }
}

it('waits until all is written', async () => {
  const { sink, taken } = streamFailing(Infinity, '')
  for (const text of ['a', 'b', 'c']) sink.write(text)
  expect(await sink.flushed()).toBeNull()
  expect(taken).toEqual(['a', 'b', 'c'])
  expect(await sink.flushed()).toBeNull()
})

it.each([
  ['EPIPE', null],
  ['EIO', null],
  ['ENOSPC', 'ENOSPC']
])('survives %s, and tells what is no fault of the reader', async (code, told) => {
  const { sink, taken } = streamFailing(1, code)
  for (const text of ['a', 'b', 'c']) sink.write(text)
  expect(await sink.flushed()).toBe(told)
  sink.write('d')
  expect(await sink.flushed()).toBe(told)
  expect(taken).toEqual(['a'])
})
