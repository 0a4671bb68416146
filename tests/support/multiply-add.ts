import { createRandom, type Precision } from '#core'

export type Triple = readonly [a: number, b: number, c: number]

/** The format of each precision: bits of a mantissa, the exponents of the smallest number and of the first one too large. */
const formats = {
  f64: { bits: 53, least: -1074, most: 1024, round: (x: number) => x },
  f32: { bits: 24, least: -149, most: 128, round: Math.fround }
} as const

/** A whole number times 2^exponent. */
interface Exact {
  readonly whole: bigint
  readonly exponent: number
}

function exactOf(x: number): Exact {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & ((1n << 52n) - 1n)
  const whole = biased === 0 ? fraction : fraction | (1n << 52n)
  return { whole: bits >> 63n === 1n ? -whole : whole, exponent: Math.max(1, biased) - 1075 }
}

function aligned(values: readonly Exact[]): bigint[] {
  const least = Math.min(...values.map(({ exponent }) => exponent))
  return values.map(({ whole, exponent }) => whole << BigInt(exponent - least))
}

const size = (x: bigint): bigint => (x < 0n ? -x : x)

/** The sizes next to that of a number of a precision; after the largest, 2^most. */
function neighbours(x: number, precision: Precision): readonly [below: Exact, above: Exact] {
  const { bits, least } = formats[precision]
  const { whole, exponent } = exactOf(Math.abs(x))
  if (whole === 0n)
    return [
      { whole: -1n, exponent: least },
      { whole: 1n, exponent: least }
    ]
  const width = whole.toString(2).length
  const unit = Math.max(least, exponent + width - bits)
  const own = unit >= exponent ? whole >> BigInt(unit - exponent) : whole << BigInt(exponent - unit)
  const isPower = own === 1n << BigInt(bits - 1) && unit > least
  const below = isPower ? { whole: 2n * own - 1n, exponent: unit - 1 } : { whole: own - 1n, exponent: unit }
  return [below, { whole: own + 1n, exponent: unit }]
}

/**
 * Whether a result is a · b + c rounded once to a precision, by the definition: no number of that precision is nearer, and of two as near
 * it is the one whose last bit is 0. Independent of how it was computed.
 */
export function isRoundedOnce(result: number, a: number, b: number, c: number, precision: Precision): boolean {
  const { bits, most, round } = formats[precision]
  if (![a, b, c].every(Number.isFinite)) {
    const wanted = Number.isFinite(a) && Number.isFinite(b) ? c : a * b + c
    return Object.is(result, wanted) || (Number.isNaN(result) && Number.isNaN(wanted))
  }
  const [x, y, z] = [a, b, c].map(exactOf)
  const product = { whole: x.whole * y.whole, exponent: x.exponent + y.exponent }
  const [p, q] = aligned([product, z])
  const exponent = Math.min(product.exponent, z.exponent)
  const sum = p + q
  if (sum === 0n) {
    // The sign of an exact 0: that of both, or + where they cancel.
    return Object.is(result, p === 0n && Object.is(a * b, -0) && Object.is(c, -0) ? -0 : 0)
  }
  if (Number.isNaN(result) || sum < 0n !== (result < 0 || Object.is(result, -0))) return false
  const exact = { whole: size(sum), exponent }
  const top = { whole: (1n << BigInt(bits + 1)) - 1n, exponent: most - bits - 1 }
  if (!Number.isFinite(result)) {
    // From half a unit beyond the largest number on.
    const [value, edge] = aligned([exact, top])
    return value >= edge
  }
  if (round(result) !== result) return false
  const [below, above] = neighbours(result, precision)
  const [value, own, under, over] = aligned([exact, exactOf(Math.abs(result)), below, above])
  const distance = size(value - own)
  const others = [size(value - under), size(over - value)]
  if (others.some((other) => other < distance)) return false
  if (!others.includes(distance)) return true
  const width = exactOf(Math.abs(result))
  const digits = width.whole === 0n ? 0 : width.whole.toString(2).length
  const unit = Math.max(formats[precision].least, width.exponent + digits - bits)
  return width.whole === 0n || (width.whole >> BigInt(Math.max(0, unit - width.exponent))) % 2n === 0n
}

/** Triples at which rounding once and twice often differ: of like size, cancelling, far apart, near both ends of the range. */
export function* randomTriples(count: number, precision: Precision, seed = 1): Generator<Triple> {
  const random = createRandom(seed)
  const { least, most, round } = formats[precision]
  const any = (): number => {
    const scale = least + 1 + random.below(most - least - 2)
    return round((random.uniform() - 0.5) * 2 ** Math.max(-1074, scale))
  }
  for (let i = 0; i < count; i++) {
    const a = round(random.normal())
    const b = round(random.normal())
    const kind = i % 6
    if (kind === 0) yield [a, b, round(random.normal())]
    else if (kind === 1) yield [a, b, -round(a * b)]
    else if (kind === 2) yield [a, b, round(random.normal() * 2 ** (random.below(120) - 60))]
    else if (kind === 3) yield [any(), any(), any()]
    else if (kind === 4) {
      const wide = any()
      const other = any()
      yield [wide, other, round(-wide * other * (1 + random.normal() * 2 ** -20))]
    } else {
      // A sum half-way between two numbers but for a little: a product of few bits, and one last bit far below.
      const c = round(random.normal())
      const tiny = 2 ** Math.max(-500, Math.floor(Math.log2(Math.abs(c))) - (precision === 'f32' ? 24 : 53))
      yield [round(tiny * (1 + 2 ** -20)), round(1 - 2 ** -20), c]
    }
  }
}

/** All triples of the numbers at the edges of a precision. */
export function* edgeTriples(precision: Precision): Generator<Triple> {
  const { bits, least, most } = formats[precision]
  const unit = 2 ** (1 - bits)
  const smallest = 2 ** least
  const normal = 2 ** (least + bits - 1)
  const largest = (2 - unit) * 2 ** (most - 1)
  const sizes = [
    0,
    smallest,
    3 * smallest,
    normal - smallest,
    normal,
    normal + smallest,
    unit,
    0.5,
    1,
    1 + unit,
    1.5,
    2 ** (most / 2),
    largest,
    Infinity
  ]
  const numbers = [...sizes.flatMap((x) => [x, -x]), NaN]
  for (const a of numbers) for (const b of numbers) for (const c of numbers) yield [a, b, c]
}
