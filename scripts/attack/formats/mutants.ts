import { readSafetensors, writeSafetensors, type Json, type Random } from '#core'
import type { Examiner } from './damage'
import type { Sample } from './samples'

type Container = Json[] | { [key: string]: Json }

/** Values that stand where others are expected. */
const strange: readonly Json[] = [
  null,
  true,
  '',
  'x',
  0,
  -0,
  -1,
  0.5,
  1e-310,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  1e21,
  [],
  {},
  [[]],
  [null],
  [0],
  { a: 1 },
  '\u0000',
  '�',
  '__proto__',
  'constructor'
]

const isContainer = (value: Json): value is Container => typeof value === 'object' && value !== null

/** Every place in a value: the object or list that it is in, and its key. */
function placesIn(value: Json): (readonly [Container, string])[] {
  if (!isContainer(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner)])
}

const one = <T>(items: readonly T[], random: Random): T => items[random.below(items.length)]

/** Returns a copy of a value in which one to three things are others, gone, twice, or in each other's place. */
export function mutant(value: Json, random: Random): Json {
  const copy = structuredClone(value)
  for (let change = random.below(3); change >= 0; change--) {
    const places = placesIn(copy)
    if (places.length === 0) break
    const [container, key] = one(places, random)
    const [other, otherKey] = one(places, random)
    const values = container as { [key: string]: Json }
    switch (random.below(5)) {
      case 0:
        if (Array.isArray(container)) container.splice(Number(key), 1)
        else Reflect.deleteProperty(container, key)
        break
      case 1:
        if (Array.isArray(container)) container.push(structuredClone(container[Number(key)]))
        else values[one(['format', 'W3', 'sha256', 'x', key.toUpperCase()], random)] = structuredClone(values[key])
        break
      case 2:
        values[key] = structuredClone((other as { [key: string]: Json })[otherKey])
        break
      default:
        values[key] = structuredClone(one(strange, random))
    }
  }
  return copy
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The makers of mutants of a file: its content as JSON is changed and written again as the format is, with a digest that fits. */
function makerOf({ name, bytes }: Sample): ((random: Random) => Uint8Array) | null {
  if (name === 'weights.npz' || name.startsWith('table') || name === 'toy') return null
  if (name === 'weights.safetensors' || name === 'session') {
    const { tensors, metadata } = readSafetensors(bytes)
    return (random) => {
      const changed = mutant(metadata as Json, random)
      const kept = tensors
        .filter(() => random.below(40) > 0)
        .map((tensor) => ({ ...tensor, shape: random.below(60) > 0 ? tensor.shape : [...tensor.shape].reverse() }))
      return writeSafetensors({ tensors: kept, metadata: isContainer(changed) && !Array.isArray(changed) ? changed : {} })
    }
  }
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Json
  // Without its digest, so that what is changed comes as far as the checks behind it.
  if (isContainer(value)) Reflect.deleteProperty(value, 'sha256')
  return (random) => utf8(JSON.stringify(mutant(value, random)))
}

/** Reads so many mutants of a file of a JSON kind; returns whether it is of one. */
export async function mutateJson(examiner: Examiner, sample: Sample, count: number, random: Random): Promise<boolean> {
  const make = makerOf(sample)
  if (!make) return false
  for (let n = 0; n < count; n++) {
    const bytes = make(random)
    const shown = new TextDecoder().decode(bytes.subarray(0, 400_000))
    await examiner.examine(bytes, `mutant ${n} (${shown.length > 300 ? `${shown.length} characters` : shown})`, true)
  }
  return true
}

/** Pieces that tables are made of. */
const pieces = [
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\uFEFF',
  '\u0000',
  '1',
  '-1.5',
  '1e400',
  '1.234,5',
  '1,234.5',
  'NaN',
  '是',
  '2024-01-31',
  '=A1',
  '\u2028',
  'x'.repeat(300)
]

/** Reads so many mutants of a table: pieces put in, taken out, repeated, bytes changed, the encoding another. */
export async function mutateCsv(examiner: Examiner, { bytes }: Sample, count: number, random: Random): Promise<void> {
  const text = new TextDecoder().decode(bytes)
  for (let n = 0; n < count; n++) {
    let changed = text
    for (let change = random.below(6); change >= 0; change--) {
      const at = random.below(changed.length + 1)
      const length = random.below(12)
      changed =
        changed.slice(0, at) + (random.below(3) > 0 ? one(pieces, random) : '') + changed.slice(random.below(2) > 0 ? at : at + length)
    }
    const written = random.below(8) === 0 ? Buffer.from(changed, 'utf16le') : Buffer.from(changed)
    if (random.below(4) === 0 && written.length > 0) written[random.below(written.length)] = random.below(256)
    await examiner.examine(new Uint8Array(written), `mutant ${n}: ${JSON.stringify(changed).slice(0, 200)}`, true)
  }
}
