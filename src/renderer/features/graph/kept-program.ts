import type { TypedProgram } from '#core'

const KEY = 'graph-program'

/** Reads the program that was on the page when it was last open; null where there is none, or only one in a form of another version. */
export function readKeptProgram(storage: Pick<Storage, 'getItem'>): TypedProgram | null {
  const kept = storage.getItem(KEY)
  if (kept === null) return null
  try {
    const program = JSON.parse(kept) as unknown
    return isProgram(program) ? { text: program.text, inputs: program.inputs } : null
  } catch {
    return null
  }
}

/** Keeps a program for the next time the page is opened, also after a restart. */
export function keepProgram(storage: Pick<Storage, 'setItem'>, { text, inputs }: TypedProgram): void {
  storage.setItem(KEY, JSON.stringify({ text, inputs: inputs.map(({ name, value }) => ({ name, value })) }))
}

function isProgram(kept: unknown): kept is TypedProgram {
  const { text, inputs } = (kept ?? {}) as { text?: unknown; inputs?: unknown }
  return typeof text === 'string' && Array.isArray(inputs) && inputs.every(isInput)
}

function isInput(input: unknown): boolean {
  const { name, value } = (input ?? {}) as { name?: unknown; value?: unknown }
  return typeof name === 'string' && typeof value === 'string'
}
