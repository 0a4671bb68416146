import type { Matrix } from '../tensor/matrix'
import { squaredResiduals } from './squared-residuals'

/**
 * Computes RMSE = scale · √(1/N Σ(a − y)²), N being samples times outputs; NaN without samples. Where outputs and targets were
 * standardized, (y − mean) / scale, passing the training standard deviation as `scale` gives it in the data's own units; the mean
 * cancels.
 *
 * Shapes: outputs, targets [samples, outputs].
 * Source: scikit-learn, `mean_squared_error`; for several outputs theirs is the mean of the roots, this the root of the
 * mean.
 */
export function rootMeanSquaredError(outputs: Matrix, targets: Matrix, scale = 1): number {
  return scale * Math.sqrt(squaredResiduals(outputs, targets) / targets.data.length)
}
