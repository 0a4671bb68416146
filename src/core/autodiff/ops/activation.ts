import { activationNames, activationOf, type ActivationName } from '../../nn/activations'
import { slope, unary } from './elementwise'
import type { Operation } from './operation'
import { refusing } from './refusing'

function activationOperation(name: ActivationName): Operation {
  const { value, derivative, secondDerivative, routes, kinks: at, formula } = activationOf(name)
  const kinks = at.map((kink) => `z = ${kink}, where the left branch counts`).join('; ')
  const second = unary({
    name: `${name}″`,
    formula: 'a″(z)',
    kinks,
    value: (z) => secondDerivative(z, value(z)),
    partials: [refusing('graph.no-third-derivative', name)]
  })
  const first = unary({
    name: `${name}′`,
    formula: 'a′(z)',
    kinks,
    value: (z) => derivative(z, value(z)),
    partials: [slope('a″(z)', ({ inputs: [z] }, { apply }) => apply(second, z))]
  })
  return unary({
    name,
    formula,
    gate: routes ? 'routes' : 'none',
    kinks,
    value,
    partials: [slope('a′(z)', ({ inputs: [z] }, { apply }) => apply(first, z))]
  })
}

/**
 * Every activation of the catalogue as an operation, element by element; da = a′(z) · dz. They can be differentiated
 * twice, which is what a Hessian needs.
 */
export const activationOperations = Object.fromEntries(activationNames.map((name) => [name, activationOperation(name)])) as Readonly<
  Record<ActivationName, Operation>
>
