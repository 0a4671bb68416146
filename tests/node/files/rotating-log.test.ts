import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { RotatingLog } from '../../../src/node/files/rotating-log'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const now = () => new Date('2026-01-02T03:04:05.678Z')

describe('a rotating log', () => {
  it('has a line for each line of text, with time and source, in a folder made for it', () => {
    const path = join(folder(), 'logs', 'engine.log')
    const log = new RotatingLog(path, { now })
    log.write('main', 'started, pid 7')
    log.write('stderr', 'Error: 错误\r\n  at x\n\n')
    log.write('stdout', '\n')
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      '2026-01-02T03:04:05.678Z main started, pid 7',
      '2026-01-02T03:04:05.678Z stderr Error: 错误',
      '2026-01-02T03:04:05.678Z stderr   at x',
      ''
    ])
  })

  it('goes on with the file of an earlier start', () => {
    const path = join(folder(), 'engine.log')
    writeFileSync(path, 'before\n')
    new RotatingLog(path, { now }).write('main', 'after')
    expect(readFileSync(path, 'utf8')).toMatch(/^before\n.* main after\n$/)
  })

  it('keeps the file before and no more, each about as large as its limit', () => {
    const path = join(folder(), 'engine.log')
    const log = new RotatingLog(path, { limit: 500, now })
    for (let i = 0; i < 100; i++) log.write('stdout', `line ${i}`)
    expect(readFileSync(path, 'utf8')).toContain('line 99')
    expect(statSync(path).size).toBeLessThan(600)
    expect(statSync(`${path}.1`).size).toBeLessThan(600)
    expect(existsSync(`${path}.1.1`)).toBe(false)
    const lines = (readFileSync(`${path}.1`, 'utf8') + readFileSync(path, 'utf8')).match(/line \d+/g) ?? []
    expect(lines).toEqual(lines.map((_, i) => `line ${100 - lines.length + i}`))
  })

  it('that cannot be written is reported once', () => {
    const path = join(folder(), 'engine.log')
    mkdirSync(path)
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
    const log = new RotatingLog(path, { now })
    log.write('main', 'one')
    log.write('main', 'two')
    expect(reported).toHaveBeenCalledOnce()
    reported.mockRestore()
  })
})
