/** The kinds of files that this program writes and that are no tables. */
export const ownKinds = ['weights', 'settings', 'experiment', 'session'] as const
export type OwnKind = (typeof ownKinds)[number]

/** The first field of JSON files, and that of the metadata at the beginning of safetensors files. */
const JSON_START = /^\s*\{\s*"format":\s*"backprop-lab-(\w+)"/
const SAFETENSORS_START = /^.{8}\{"__metadata__":\{"metadata":"\{\\"format\\":\\"backprop-lab-(\w+)\\"/s

/** Returns which of this program's files a file is, by its first and last bytes; null for any other. */
export function ownKind(head: Uint8Array, tail: Uint8Array): OwnKind | null {
  const start = latin1(head)
  const name = (JSON_START.exec(start) ?? SAFETENSORS_START.exec(start))?.[1]
  if (name !== undefined) return ownKinds.find((kind) => kind === name) ?? null
  // The table of contents of an archive is at its end.
  return start.startsWith('PK\x03\x04') && latin1(tail).includes('metadata.npyPK') ? 'weights' : null
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
