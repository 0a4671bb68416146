import type { Note } from '../messages/catalogue'

/** The unique names of a header's columns, with notes on renamed ones. */
export interface Header {
  readonly names: readonly string[]
  readonly notes: readonly Note[]
}

/**
 * Derives column names from the header's cells: trimmed; an empty one is `column_3`, a second `x` is `x_2` or the next free number.
 */
export function readHeader(cells: readonly string[]): Header {
  const originals = cells.map((cell) => cell.trim())
  const wanted = originals.map((name, i) => name || `column_${i + 1}`)
  const firstPlace = new Map<string, number>()
  wanted.forEach((name, i) => {
    // A name from the file takes precedence over one generated for an empty header.
    const holder = firstPlace.get(name)
    if (holder === undefined || (originals[holder] === '' && originals[i] !== '')) firstPlace.set(name, i)
  })
  const nextFree = freeNames(wanted)
  const notes: Note[] = []
  const names = wanted.map((name, i) => {
    const first = firstPlace.get(name) ?? i
    const given = first === i ? name : nextFree(name)
    const column = i + 1
    if (originals[i] === '') {
      notes.push({ code: 'note.unnamed-column', details: { column, name: given } })
    } else if (given !== name) {
      const details = { column, name: given, original: name, first: first + 1 }
      notes.push({ code: 'note.renamed-column', details })
    }
    return given
  })
  return { names, notes }
}

/** Returns a function from `x` to `x_2`, or to the next number that is neither taken nor was returned before. */
function freeNames(wanted: readonly string[]): (name: string) => string {
  const taken = new Set(wanted)
  const lastNumber = new Map<string, number>()
  return (name) => {
    let number = lastNumber.get(name) ?? 1
    do number++
    while (taken.has(`${name}_${number}`))
    lastNumber.set(name, number)
    taken.add(`${name}_${number}`)
    return `${name}_${number}`
  }
}

/** Returns the names of columns in a file without a header: `column_1`, `column_2`, … */
export function namesWithoutHeader(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `column_${i + 1}`)
}
