import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readSafetensors } from '#core'

/** One SHA-256 of all weights and biases in a safetensors file, in order, whatever else is written about them. */
export function weightsDigest(file: string): string {
  const hash = createHash('sha256')
  for (const { name, shape, data } of readSafetensors(readFileSync(file)).tensors) {
    hash.update(`${name} ${shape.join('x')}\n`).update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  }
  return hash.digest('hex')
}
