import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant } from '#shared/contract'
import type { EngineHost } from './engine-host'

/** Turns a path that a person chose into a grant: the page gets a name and a token, the engine process gets the path. */
export async function issueGrant(engine: EngineHost, path: string, mode: 'read' | 'write'): Promise<FileGrant> {
  const grant = randomUUID()
  await engine.grant(grant, path, mode)
  return { grant, name: basename(path) }
}
