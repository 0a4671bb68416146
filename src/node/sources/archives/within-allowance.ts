import { AppError, type UnpackedAllowance } from '#core'

/** Unpacked bytes that are held back at most, while it is in doubt whether the rest is within the allowance. */
const MOST_HELD = 96 * 1024 * 1024

/**
 * Passes on what is unpacked of a file as long as its allowance lasts. Content that swells more than honest content does is held back until
 * it has turned out to be within the allowance, so that a bomb is refused before much of it was read as a table.
 * Throws: data, beyond the allowance.
 */
export async function* withinAllowance(
  pieces: AsyncIterable<Uint8Array>,
  allowance: UnpackedAllowance,
  name: string
): AsyncGenerator<Uint8Array, void> {
  const held: Uint8Array[] = []
  let unpacked = 0
  let passedOn = 0
  for await (const piece of pieces) {
    unpacked += piece.length
    if (!allowance.take(piece.length)) throw new AppError('data.gzip-too-large', { name, limit: Math.floor(unpacked / 1e6) })
    held.push(piece)
    while (held.length > 0 && (allowance.isAmple || unpacked - passedOn > MOST_HELD)) {
      passedOn += held[0].length
      yield held.shift() as Uint8Array
    }
  }
  yield* held
}
