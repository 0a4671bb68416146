import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WireError } from '#shared/contract'
import type { SendEvent } from '../../../src/engine/context/handler-context'
import { ExperimentService } from '../../../src/engine/experiment-service'
import { dataFolder } from '../../support/cli'
import { opened } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const FILE = 'session.safetensors'

function serviceIn(sessionFolder: string, send: SendEvent = () => undefined): ExperimentService {
  return new ExperimentService({ version: '0', dataFolder, sessionFolder, engine: { choice: 'plain', threads: 1 } }, send)
}

describe('a session that cannot be restored', () => {
  it('is reported, moved aside with its data, and not overwritten by the next one', async () => {
    const home = folder()
    writeFileSync(join(home, FILE), 'no session')
    writeFileSync(join(home, 'abc.csv'), 'x,y\n1,2\n')
    const service = serviceIn(home)
    const { restored, startProblems, state } = await service.handlers.hello(undefined)
    expect([restored, state.data.name]).toEqual([false, 'iris'])
    expect(startProblems).toMatchObject([
      {
        why: { code: expect.stringMatching(/^format\./) as string },
        kept: { code: 'file.set-aside', details: { name: FILE, path: join(home, 'unreadable-session') } }
      }
    ])
    await service.shutdown()
    expect(readFileSync(join(home, 'unreadable-session', FILE), 'utf8')).toBe('no session')
    expect(existsSync(join(home, 'unreadable-session', 'abc.csv'))).toBe(true)
    const next = serviceIn(home)
    expect(await next.handlers.hello(undefined)).toMatchObject({ restored: true, startProblems: [] })
    await next.shutdown()
  })

  it('is kept beside those that were moved aside before', async () => {
    const home = folder()
    for (const text of ['first', 'second']) {
      writeFileSync(join(home, FILE), text)
      const service = serviceIn(home)
      await service.handlers.hello(undefined)
      await service.shutdown()
    }
    expect(readdirSync(home).filter((name) => name.startsWith('unreadable-session'))).toHaveLength(2)
    expect(readFileSync(join(home, 'unreadable-session-2', FILE), 'utf8')).toBe('second')
  })

  it('is reported where the system does not let it be read, while one that is not there is none', async () => {
    const home = folder()
    mkdirSync(join(home, FILE))
    const service = serviceIn(home)
    expect((await service.handlers.hello(undefined)).startProblems).toMatchObject([{ why: { code: 'data.is-a-folder' } }])
    await service.shutdown()
    const fresh = serviceIn(folder())
    expect(await fresh.handlers.hello(undefined)).toMatchObject({ restored: false, startProblems: [] })
    await fresh.shutdown()
  })
})

describe('a session that cannot be saved', () => {
  it('is reported, tried again, and said to be saved once it is', async () => {
    const home = join(folder(), 'session')
    const reports: (WireError | null)[] = []
    const service = serviceIn(home, (event, payload) => {
      if (event === 'saveProblem') reports.push(payload as WireError | null)
    })
    await service.handlers.hello(undefined)
    // A file where the folder should be.
    writeFileSync(home, '')
    await service.handlers.saveSession(undefined)
    expect(reports).toMatchObject([{ code: 'file.own-not-writable', details: { path: home } }])
    expect(await service.handlers.hello(undefined)).toMatchObject({ saveProblem: { code: 'file.own-not-writable' } })
    rmSync(home)
    await service.handlers.saveSession(undefined)
    expect(reports).toHaveLength(2)
    expect(reports[1]).toBeNull()
    expect(existsSync(join(home, FILE))).toBe(true)
    await service.shutdown()
    expect(reports).toHaveLength(2)
  })
})

describe('temporary files', () => {
  it('that were left by a process before this one are gone after its start', async () => {
    const home = folder()
    const left = '.11111111-0000-4000-8000-000000000000.tmp'
    writeFileSync(join(home, left), 'half a session')
    const before = new Date(performance.timeOrigin - 1000)
    utimesSync(join(home, left), before, before)
    const service = serviceIn(home)
    await service.handlers.hello(undefined)
    expect(existsSync(join(home, left))).toBe(false)
    await service.shutdown()
  })
})

describe('the copy of a table', () => {
  const rows = (first: string) => `x,y,c\n${first},1,a\n2,3,b\n4,5,a\n6,7,b\n8,9,a\n1,2,b\n3,3,a\n5,6,b\n`
  const grant = '00000000-0000-4000-8000-000000000000'

  it('goes only once a session that names another one is in place', async () => {
    const home = folder()
    const tables = folder()
    const service = serviceIn(home)
    await service.handlers.hello(undefined)
    const open = async (first: string) => {
      const path = join(tables, `${first}.csv`)
      writeFileSync(path, rows(first))
      service.allow(grant, path, 'read')
      await opened(service, service.handlers.readFile({ grant }))
      await service.handlers.saveSession(undefined)
    }
    const copies = () => readdirSync(home).filter((name) => name.endsWith('.csv'))
    await open('7')
    const [first] = copies()
    // A folder of its name is in the way of the session.
    renameSync(join(home, FILE), join(home, 'kept'))
    mkdirSync(join(home, FILE))
    await open('8')
    expect(copies()).toContain(String(first))
    expect(copies()).toHaveLength(2)
    rmdirSync(join(home, FILE))
    await open('9')
    expect(copies()).toHaveLength(1)
    expect(copies()).not.toContain(String(first))
    await service.shutdown()
  })
})
