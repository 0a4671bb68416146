import { sha256 } from '@noble/hashes/sha2.js'
import { utf8 } from '../formats/bytes'

/** The seed of a student's own data in a lab: the first 32 bits of SHA-256 of `lab:id`, so that a teacher can compute it again. */
export function individualSeed(lab: string, id: string): number {
  const [a, b, c, d] = sha256(utf8(`${lab}:${id}`))
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}
