import { AppError } from '#core'
import { openSource, type OpenedSource } from '../../src/node/sources/open-source'

async function* once(bytes: Uint8Array) {
  yield bytes
}

/** Opens a file as it is when its bytes arrive at once. */
export function opened(bytes: Uint8Array | string, options: { readonly sheet?: string } = {}): Promise<OpenedSource> {
  const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return openSource(once(file), { name: 'file', size: file.length, onPart: () => undefined, ...options })
}

/** The lines of the text that is made of a file. */
export async function linesOf(bytes: Uint8Array | string, options: { readonly sheet?: string } = {}): Promise<string[]> {
  const { pieces } = await opened(bytes, options)
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true })
  return text.split('\n').slice(0, -1)
}

/** The problem that reading a file ends with. */
export async function problemOf(bytes: Uint8Array | string, options: { readonly sheet?: string } = {}): Promise<AppError> {
  try {
    await linesOf(bytes, options)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The file was read.')
}
