import type { Matrix } from '../tensor/matrix'

/**
 * Computes MAE = scale · 1/N Σ|a − y|, N being samples times outputs; NaN without samples. Where outputs and targets were standardized,
 * (y − mean) / scale, passing the training standard deviation as `scale` gives it in the data's own units; the mean cancels.
 *
 * Shapes: outputs, targets [samples, outputs].
 * Source: scikit-learn, `mean_absolute_error`.
 */
export function meanAbsoluteError(outputs: Matrix, targets: Matrix, scale = 1): number {
  let sum = 0
  for (let e = 0; e < targets.data.length; e++) sum += Math.abs(outputs.data[e] - targets.data[e])
  return (scale * sum) / targets.data.length
}
