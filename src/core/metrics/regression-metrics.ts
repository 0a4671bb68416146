import { valuesOf, type Targets } from '../nn/targets'
import type { Matrix } from '../tensor/matrix'
import { meanAbsoluteError } from './mean-absolute-error'
import { rSquared } from './r-squared'
import { rootMeanSquaredError } from './root-mean-squared-error'
import { squaredResiduals } from './squared-residuals'

/** Standardization of targets from the data's own units: (y − mean) / scale. */
export interface TargetScaling {
  readonly mean: number
  readonly scale: number
}

/** All metrics of a regression, as plain data. */
export interface RegressionMetrics {
  readonly r2: number
  /** Mean absolute and root mean squared error in the units of the targets that the network is trained on. */
  readonly mae: number
  readonly rmse: number
  /** The same in the data's own units. */
  readonly inOwnUnits: { readonly mae: number; readonly rmse: number }
}

/**
 * Computes the metrics of a regression's outputs on a dataset.
 *
 * Shapes: outputs, targets [samples, outputs].
 * Throws: shape.
 */
export function regressionMetrics(outputs: Matrix, targets: Targets, { scale }: TargetScaling = { mean: 0, scale: 1 }): RegressionMetrics {
  const values = valuesOf(targets, outputs, 'regression metrics')
  return {
    r2: rSquared(squaredResiduals(outputs, values), values),
    mae: meanAbsoluteError(outputs, values),
    rmse: rootMeanSquaredError(outputs, values),
    inOwnUnits: { mae: meanAbsoluteError(outputs, values, scale), rmse: rootMeanSquaredError(outputs, values, scale) }
  }
}
