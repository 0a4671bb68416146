import { execFileSync } from 'node:child_process'
import { appendFileSync, linkSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLimits, readWhole } from '../../../src/node/files/read-whole'
import { describeIf, signals } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()

describe('a file that is read whole', () => {
  it('is regular, or a link to such a one', async () => {
    const file = join(folder(), 'a.json')
    writeFileSync(file, 'abc')
    const [link, hard] = [join(folder(), 'b.json'), join(folder(), 'c.json')]
    symlinkSync(file, link)
    linkSync(file, hard)
    for (const path of [file, link, hard]) expect(Buffer.from(await readWhole(path, 'settings')).toString()).toBe('abc')
  })

  it('may have no byte at all', async () => {
    const file = join(folder(), 'a.json')
    writeFileSync(file, '')
    expect(await readWhole(file, 'settings')).toHaveLength(0)
  })

  it('is refused unread where it is larger than its kind may be', async () => {
    const file = join(folder(), 'a.json')
    writeFileSync(file, '')
    truncateSync(file, readLimits.settings + 1)
    await expect(readWhole(file, 'settings')).rejects.toMatchObject({ code: 'data.file-too-large', details: { name: 'a.json', limit: 4 } })
    expect(await readWhole(file, 'cases')).toHaveLength(readLimits.settings + 1)
  })

  it('is refused where it grows meanwhile', async () => {
    const file = join(folder(), 'a.json')
    writeFileSync(file, 'x'.repeat(1_000_000))
    const reading = readWhole(file, 'settings')
    let isDone = false
    const settled = reading.catch((error: unknown) => error).finally(() => (isDone = true))
    while (!isDone) {
      appendFileSync(file, 'y')
      await new Promise(setImmediate)
    }
    expect(await settled).toMatchObject({ code: 'data.changed-while-read' })
  })

  it('is no folder, and one that is not there says so', async () => {
    await expect(readWhole(folder(), 'settings')).rejects.toMatchObject({ code: 'data.is-a-folder' })
    await expect(readWhole(join(folder(), 'none'), 'settings')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describeIf(signals, 'what is no file', () => {
  const pipe = () => {
    const path = join(folder(), 'pipe')
    execFileSync('mkfifo', [path])
    return path
  }

  it.each(['/dev/zero', '/dev/urandom', '/dev/null'])('is refused: %s, and a link to it', async (device) => {
    const link = join(folder(), 'a.json')
    symlinkSync(device, link)
    for (const path of [device, link]) await expect(readWhole(path, 'settings')).rejects.toMatchObject({ code: 'data.not-a-file' })
  })

  it('is refused where it is a pipe, without waiting for its other end', async () => {
    await expect(readWhole(pipe(), 'settings')).rejects.toMatchObject({ code: 'data.not-a-file' })
  })

  it('is read to its end where pipes are taken, up to the limit', async () => {
    const path = pipe()
    const [text] = await Promise.all([readWhole(path, 'settings', { pipes: true }), write(path, 'abc')])
    expect(Buffer.from(text).toString()).toBe('abc')
    const endless = write(path, 'x'.repeat(readLimits.settings + 1)).catch(() => undefined)
    await expect(readWhole(path, 'settings', { pipes: true })).rejects.toMatchObject({ code: 'data.file-too-large' })
    await endless
  })
})

async function write(path: string, text: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises')
  await writeFile(path, text)
}
