import { powerOfTwo } from '../../math/float64'
import { fusedMultiplyAdd, fusedMultiplyAdd32 } from '../../math/fused-multiply-add'
import { createRandom } from '../../random/random'
import { numbers, type Numbers, type Precision } from '../../tensor/matrix'
import type { KernelHost, Kernels } from './host'
import { sizeOf, viewOf } from './panels'

/** Memory for the kernels and some thousand triples. */
const PAGES = 4

/** The bits of a mantissa, and the exponents of the smallest number and of the first one that is too large. */
const formats = {
  f64: { bits: 53, least: -1074, most: 1023, multiplyAdd: fusedMultiplyAdd },
  f32: { bits: 24, least: -149, most: 127, multiplyAdd: fusedMultiplyAdd32 }
} as const

/**
 * Whether the multiply-adds of kernels round once, on triples where rounding twice often gives another number: random ones that nearly
 * cancel or lie next to the middle of two numbers, and all of the numbers at the edges, with signed zeros, subnormal results and overflow.
 */
export function roundsOnce(host: KernelHost): boolean {
  return (['f32', 'f64'] as const).every((precision) => {
    const [a, b, c] = triples(precision)
    const { multiplyAdd } = formats[precision]
    return byKernels(host, precision, a, b, c).every((value, e) => Object.is(value, multiplyAdd(a[e], b[e], c[e])))
  })
}

function byKernels(host: KernelHost, precision: Precision, a: Numbers, b: Numbers, c: Numbers): Numbers {
  const bytes = a.length * sizeOf(precision)
  const memory = host.createMemory(PAGES)
  const kernels = host.instantiate(memory)
  const first = Math.ceil(kernels.firstFreeByte() / 64) * 64
  const view = viewOf(memory.buffer, precision)
  const places = [a, b, c].map((values, index) => {
    const address = first + index * bytes
    view.set(values, address / sizeOf(precision))
    return address
  })
  const name: keyof Kernels = precision === 'f32' ? 'multiplyAdd32' : 'multiplyAdd64'
  kernels[name](places[0], places[1], places[2], bytes)
  return view.slice(places[2] / sizeOf(precision), places[2] / sizeOf(precision) + a.length)
}

/** The triples by their first, second and third numbers; as many as fill whole vectors. */
function triples(precision: Precision): readonly [Numbers, Numbers, Numbers] {
  const edges = edgesOf(precision)
  const count = edges.length * edges.length * edges.length
  const [a, b, c] = [0, 1, 2].map(() => numbers(2 * count, precision))
  const random = createRandom(1)
  const half = powerOfTwo(-formats[precision].bits)
  const little = powerOfTwo(-20)
  for (let e = 0; e < count; e++) {
    a[e] = edges[e % edges.length]
    b[e] = edges[Math.floor(e / edges.length) % edges.length]
    c[e] = edges[Math.floor(e / (edges.length * edges.length))]
    const other = count + e
    a[other] = random.normal()
    b[other] = random.normal()
    c[other] = -a[other] * b[other]
    if (e % 2 === 0) continue
    a[other] = half * (1 + little)
    b[other] = 1 - little
    c[other] = 1 + random.uniform()
  }
  return [a, b, c]
}

function edgesOf(precision: Precision): number[] {
  const { bits, least, most } = formats[precision]
  const unit = powerOfTwo(1 - bits)
  const smallest = powerOfTwo(least)
  const normal = powerOfTwo(least + bits - 1)
  const sizes = [0, 3 * smallest, normal - smallest, 1 + unit, powerOfTwo((most - 1) / 2), (2 - unit) * powerOfTwo(most)]
  return sizes.flatMap((size) => [size, -size])
}
