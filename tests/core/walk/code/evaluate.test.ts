import { describe, expect, it } from 'vitest'
import { activationNames, activationOf, createRandom, optimizerKinds, optimizerOf, type OptimizerSpec } from '#core'
import { boundBy, readDefinition } from '../../../../src/core/walk/code/definition'
import { valueOf, type Bindings } from '../../../../src/core/walk/code/evaluate'
import { parseExpression } from '../../../../src/core/walk/code/parse'

/** The value of an entry's expression with such numbers. */
function valueWith(source: string, bindings: Bindings): number {
  const definition = readDefinition(source)
  return valueOf(definition.expression, boundBy(definition, bindings))
}

describe('an expression of numbers', () => {
  it.each([
    ['-2 ** 2', -4],
    ['x ** 3', -8],
    ['2 ** -1', 0.5],
    ['where(x > 0, 1, where(x <= -2, 2, 3))', 2],
    ['sqrt(9) - abs(x) + sign(x)', 0],
    ['maximum(x, 1) * minimum(x, 1)', -2],
    ['log(exp(1)) + expm1(0) + tanh(0)', 1]
  ])('%s = %d where x = −2', (text, value) => expect(valueOf(parseExpression(text), { x: -2 })).toBeCloseTo(value, 14))

  it.each(['y', 'A @ B', 'A.T', 'rowsum(x)'])('refuses %s', (text) => {
    expect(() => valueOf(parseExpression(text), { x: 1, A: 1, B: 1 })).toThrow(/y|@|\.T|rowsum/)
  })
})

describe.each(activationNames)('the expressions of %s', (name) => {
  it('are its value and its derivative', () => {
    const random = createRandom(5)
    const { value, derivative, expression } = activationOf(name)
    for (const z of [0, ...Array.from({ length: 200 }, () => 4 * random.normal())]) {
      const a = value(z)
      expect(valueWith(expression.value, { z })).toBeCloseTo(a, 13)
      expect(valueWith(expression.derivative, { z, a })).toBeCloseTo(derivative(z, a), 13)
    }
  })
})

const specs: readonly OptimizerSpec[] = [
  ...optimizerKinds.map((kind) => ({ kind })),
  { kind: 'sgd', momentum: 0.7 },
  { kind: 'sgd', momentum: 0.7, nesterov: true }
]

describe.each(specs)('the steps of $kind, momentum $momentum, nesterov $nesterov', (spec) => {
  it('give the parameter and the slots that its update leaves', () => {
    const { entry, options, nesterov } = optimizerOf(spec)
    const context = { options, nesterov, learningRate: 0.03, step: 5 }
    const numbers: Record<string, number> = { ...options, eta: 0.03, t: 5, W: -0.8, g: 0.6 }
    const parameter = Float64Array.of(numbers.W)
    const slots = Array.from({ length: entry.slots }, (_, s) => Float64Array.of(0.2 + s))
    const steps = entry.steps.filter(({ when }) => when?.(context) ?? true)
    expect(steps.at(-1)?.name).toBe('W')
    for (const { name, slot } of steps) if (slot !== undefined) numbers[name] = slots[slot][0]
    for (const { name, expression } of steps) numbers[name] = valueWith(expression, numbers)
    entry.update(parameter, Float64Array.of(0.6), slots, context)
    expect(numbers.W).toBeCloseTo(parameter[0], 14)
    for (const { name, slot } of steps) if (slot !== undefined) expect(numbers[name]).toBeCloseTo(slots[slot][0], 14)
  })
})
