import type { Random } from '#core'

const deep = (levels: number): unknown => {
  let inner: unknown = null
  for (let level = 0; level < levels; level++) inner = level % 2 === 0 ? [inner] : { inner }
  return inner
}
const sparse = (length: number): unknown[] => {
  const array: unknown[] = []
  array.length = length
  return array
}
const cyclic = (): unknown => {
  const object: Record<string, unknown> = { list: [] }
  object.self = object
  ;(object.list as unknown[]).push(object, object)
  return object
}

/** Values that no request takes as they are; large ones are made when they are needed. */
const junk: readonly (() => unknown)[] = [
  ...[undefined, null, true, 0, -0, -1, 0.5, Number.NaN, Infinity, 1e308, 2 ** 31, 2 ** 53, '', 'x', '\0', '\uD800', '__proto__'].map(
    (value) => () => value
  ),
  ...[10n, 'constructor', '../../etc/passwd', '00000000-0000-4000-8000-000000000000'].map((value) => () => value),
  () => [],
  () => ({}),
  () => ({ toString: null, valueOf: null }),
  () => ({ length: -1 }),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": null}}') as unknown,
  () => new Map([[1, 2]]),
  () => new Set([1]),
  () => new Date(Number.NaN),
  () => /x/,
  () => new Error('x'),
  () => Object('x') as unknown,
  () => new Uint8Array(1000),
  () => new Float64Array(100_000),
  () => new ArrayBuffer(8),
  () => new DataView(new ArrayBuffer(8)),
  () => 'x'.repeat(1_000_000),
  () => sparse(2 ** 31),
  () => sparse(2 ** 32 - 1),
  () => sparse(1_000_000),
  () => Array.from({ length: 50_000 }, () => ({})),
  () => Array.from({ length: 100_000 }, (_, index) => index),
  () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key ${index}`, index])),
  () => deep(100),
  () => deep(1500),
  cyclic
]

/** A value that fits nowhere. */
export function anyJunk(random: Random): unknown {
  return junk[random.below(junk.length)]()
}

/** A copy of plain data with something in it replaced, removed or added, at any depth. */
export function mutated(value: unknown, random: Random): unknown {
  const isList = Array.isArray(value)
  if (typeof value !== 'object' || value === null || random.below(5) === 0) return anyJunk(random)
  const copy: Record<string, unknown> | unknown[] = isList ? [...(value as unknown[])] : { ...value }
  const keys = Object.keys(copy)
  const key = keys.length === 0 || random.below(8) === 0 ? 'added' : keys[random.below(keys.length)]
  const target = copy as Record<string, unknown>
  if (random.below(8) === 0) Reflect.deleteProperty(target, key)
  else target[key] = mutated(target[key], random)
  return copy
}
