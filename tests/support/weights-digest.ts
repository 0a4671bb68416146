import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSafetensors } from '#core'

/** One SHA-256 of all weights and biases that a run left in its folder, in order, whatever is written about them. */
export function weightsDigest(folder: string): string {
  const hash = createHash('sha256')
  for (const { name, shape, data } of readSafetensors(readFileSync(join(folder, 'weights.safetensors'))).tensors) {
    hash.update(`${name} ${shape.join('x')}\n`).update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  }
  return hash.digest('hex')
}
