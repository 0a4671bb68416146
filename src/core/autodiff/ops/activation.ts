import type { Note } from '../../messages/catalogue'
import { activationNames, activationOf, type ActivationName } from '../../nn/activations'
import { slope, unary } from './elementwise'
import type { Operation } from './operation'
import { refusing } from './refusing'

function activationOperation(name: ActivationName): Operation {
  const { value, derivative, secondDerivative, routes, kinks, formula } = activationOf(name)
  const place = kinks.map((kink) => `z = ${kink}`).join(', ')
  const kink: Note | null = kinks.length === 0 ? null : { code: 'graph.kink-left', details: { place } }
  const second = unary({
    name: `${name}″`,
    formula: 'a″(z)',
    kink,
    value: (z) => secondDerivative(z, value(z)),
    partials: [refusing('graph.no-third-derivative', name)]
  })
  const first = unary({
    name: `${name}′`,
    formula: 'a′(z)',
    kink,
    value: (z) => derivative(z, value(z)),
    partials: [slope('a″(z)', ({ inputs: [z] }, { apply }) => apply(second, z))]
  })
  return unary({
    name,
    formula,
    gate: routes ? 'routes' : 'none',
    kink,
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
