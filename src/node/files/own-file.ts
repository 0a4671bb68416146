/** The kinds of files that this program writes or reads and that are no tables. */
export const ownKinds = ['weights', 'settings', 'experiment', 'session', 'graph', 'case', 'lab', 'answers'] as const
export type OwnKind = (typeof ownKinds)[number]

/** The first field of JSON files, and that of the metadata at the beginning of safetensors files. */
const JSON_START = /^\s*\{\s*"format":\s*"backprop-lab-(\w+)"/
const SAFETENSORS_START = /^.{8}\{"__metadata__":\{"metadata":"\{\\"format\\":\\"backprop-lab-(\w+)\\"/s

/** JSON files of other kinds, by the first field that tells: cases for grading, and the first line of answers to a lab. */
const CASE_START = /^\s*(?:\[\s*)?\{(?:\s*"id":\s*(?:"[^"\\]*"|-?\d+|null)\s*,)?\s*(?:"expression":\s*"|"network":\s*\{)/
const ANSWERS_START = /^\{"format":1,"lab":"/

/** The head of a lab file, whose first fields name the lab and the format. */
const LAB_START = /^(?:\xEF\xBB\xBF)?\s*---\s*\n(?:(?!---)[^\n]*\n)*?\s*lab:\s*[a-z0-9-]+(?:\s{2,}|\s*\n)/

/** Returns which of this program's files a file is, by its first and last bytes; null for any other. */
export function ownKind(head: Uint8Array, tail: Uint8Array): OwnKind | null {
  const start = latin1(head)
  const name = (JSON_START.exec(start) ?? SAFETENSORS_START.exec(start))?.[1]
  if (name !== undefined) return ownKinds.find((kind) => kind === name) ?? null
  if (CASE_START.test(start)) return 'case'
  if (ANSWERS_START.test(start)) return 'answers'
  if (LAB_START.test(start)) return 'lab'
  // The table of contents of an archive is at its end.
  return start.startsWith('PK\x03\x04') && latin1(tail).includes('metadata.npyPK') ? 'weights' : null
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
