import { describe, expect, it } from 'vitest'
import {
  activationNames,
  activationOf,
  activationOperations,
  createRandom,
  initializerNames,
  relativeError,
  type ActivationName
} from '#core'

/** The functions under PyTorch's names, from the definitions alone and the host's own functions: a second opinion on the values. */
const definitions: Record<ActivationName, (z: number) => number> = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  'leaky-relu': (z) => (z > 0 ? z : 0.01 * z),
  elu: (z) => (z > 0 ? z : Math.exp(z) - 1),
  gelu: (z) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3))),
  silu: (z) => z / (1 + Math.exp(-z)),
  softplus: (z) => Math.log(1 + Math.exp(z)),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: (z) => Math.tanh(z)
}

/** Pre-activations off the kinks by more than the step of the difference. */
function drawn(name: ActivationName, count: number): number[] {
  const random = createRandom(17)
  const { kinks } = activationOf(name)
  return Array.from({ length: count }, () => 3 * random.normal()).filter((z) => kinks.every((k) => Math.abs(z - k) > 1e-3))
}

function central(f: (z: number) => number, z: number): number {
  const h = 1e-5
  return (f(z + h) - f(z - h)) / (z + h - (z - h))
}

describe.each(activationNames)('%s', (name) => {
  const entry = activationOf(name)

  it('is what its definition says', () => {
    for (const z of drawn(name, 500)) expect(Math.abs(entry.value(z) - definitions[name](z))).toBeLessThan(1e-14)
  })

  it('has the derivatives that a central difference finds', () => {
    const slope = (z: number) => entry.derivative(z, entry.value(z))
    for (const z of drawn(name, 500)) {
      expect(relativeError(slope(z), central(entry.value, z), 1e-4)).toBeLessThan(1e-6)
      expect(relativeError(entry.secondDerivative(z, entry.value(z)), central(slope, z), 1e-4)).toBeLessThan(1e-6)
    }
  })

  it('takes the left branch at its kinks', () => {
    for (const kink of entry.kinks) {
      const left = kink - 1e-12
      expect(entry.derivative(kink, entry.value(kink))).toBeCloseTo(entry.derivative(left, entry.value(left)), 9)
      expect(entry.secondDerivative(kink, entry.value(kink))).toBeCloseTo(entry.secondDerivative(left, entry.value(left)), 9)
    }
  })

  it('stays finite and reaches its limits at huge scores', () => {
    for (const z of [1e4, -1e4, 1e200, -1e200, 1e308, -1e308]) {
      const a = entry.value(z)
      for (const number of [a, entry.derivative(z, a), entry.secondDerivative(z, a)]) expect(number).toSatisfy(Number.isFinite)
      expect(Math.abs(entry.secondDerivative(z, a))).toBe(0)
      const slope = entry.derivative(z, a)
      expect(Math.abs(slope - Math.round(slope))).toBeLessThanOrEqual(0.01)
    }
  })

  it('lets NaN come through', () => {
    expect(entry.value(NaN)).toBeNaN()
  })

  it('stays within its range', () => {
    const [low, high] = [...entry.range.replaceAll('−', '-').matchAll(/-?[\d.]+|-?∞/g)].map(([text]) =>
      text.endsWith('∞') ? Infinity * (text.startsWith('-') ? -1 : 1) : Number(text.replace('…', ''))
    )
    for (const z of drawn(name, 500)) {
      expect(entry.value(z)).toBeGreaterThanOrEqual(low - 1e-4)
      expect(entry.value(z)).toBeLessThanOrEqual(high)
    }
  })

  it('saturates where both ends are flat while the middle is not, and nowhere else', () => {
    const slope = (z: number) => Math.abs(entry.derivative(z, entry.value(z)))
    expect(entry.saturates).toBe(slope(-40) < 1e-6 && slope(40) < 1e-6 && slope(0) > 0.1)
  })

  it('routes gradients where its slope is 0 or 1 and nothing between', () => {
    const slopes = new Set(drawn(name, 500).map((z) => entry.derivative(z, entry.value(z))))
    expect(entry.routes).toBe(slopes.size === 2 && slopes.has(0) && slopes.has(1))
    expect(activationOperations[name].gate).toBe(entry.routes ? 'routes' : 'none')
  })

  it('names an initializer of the catalogue', () => {
    expect(initializerNames).toContain(entry.initializer)
  })

  it('has KaTeX source for itself and its derivative, with braces that match', () => {
    for (const source of [entry.tex.value, entry.tex.derivative]) {
      expect(source).toMatch(/^a'?\(z\) = /)
      expect(source.split('{').length).toBe(source.split('}').length)
      expect(source.match(/\\left\b/g)?.length).toBe(source.match(/\\right\b/g)?.length)
    }
  })
})

describe('a slope far out', () => {
  // σ'(z) = q / (1 + q)², q = e^−|z|; tanh'(z) is 4 times that of 2z.
  const ofSigmoid = (z: number) => Math.exp(-Math.abs(z)) / (1 + Math.exp(-Math.abs(z))) ** 2
  const expected = { sigmoid: ofSigmoid, tanh: (z: number) => 4 * ofSigmoid(2 * z) }

  it.each(['sigmoid', 'tanh'] as const)('of %s keeps its digits on both sides, where a has none left', (name) => {
    const { value, derivative, secondDerivative } = activationOf(name)
    for (let z = -350; z <= 350; z += 0.37) {
      const a = value(z)
      expect(Math.abs(derivative(z, a) / expected[name](z) - 1), `${name}′(${z})`).toBeLessThan(1e-7)
      if (Math.abs(z) > 20)
        expect(Math.abs(secondDerivative(z, a) / expected[name](z)), `${name}″(${z})`).toBeCloseTo(name === 'tanh' ? 2 : 1, 6)
    }
    expect(derivative(name === 'tanh' ? 20 : 40, 1)).toBeCloseTo(name === 'tanh' ? 1.699341702116631e-17 : 4.248354255291589e-18, 30)
  })
})
