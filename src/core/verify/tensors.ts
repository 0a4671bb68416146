import { fieldError } from '../settings/field-error'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { precisionOf } from '../tensor/matrix'

/**
 * Requires that weights and biases are those of a network: as many layers, of its shapes, all in one precision.
 * Throws: format, naming the field.
 */
export function requireTensors({ inputs, layers, bias = true }: NetworkSpec, parameters: Parameters): void {
  if (parameters.length !== layers.length) throw fieldError('network.layers.length', layers.length, String(parameters.length))
  const precision = precisionOf(parameters[0].W)
  let fanIn = inputs
  layers.forEach(({ units }, l) => {
    const { W, b } = parameters[l]
    if (W.rows !== fanIn || W.columns !== units) throw fieldError(`W${l + 1}.shape`, [W.rows, W.columns], `[${fanIn}, ${units}]`)
    if ((b !== null) !== bias) throw fieldError('network.bias', bias, String(b !== null))
    for (const [name, matrix] of [
      [`W${l + 1}`, W],
      [`b${l + 1}`, b]
    ] as const) {
      if (matrix && precisionOf(matrix) !== precision) throw fieldError(`${name}.dtype`, precisionOf(matrix), precision)
    }
    fanIn = units
  })
}
