import { binary } from './elementwise'
import type { PartialDerivative } from './operation'

const one: PartialDerivative = { formula: 'g', vjp: (gradOutput) => gradOutput, jvp: (tangent) => tangent }

/** y = a + b, element by element; dy = da + db: the gradient is handed to both inputs unchanged. */
export const add = binary({
  name: 'add',
  formula: 'y = a + b',
  gate: 'distributes',
  value: (a, b) => a + b,
  partials: [one, one]
})
