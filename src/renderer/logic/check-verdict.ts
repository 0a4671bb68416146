import { passes, type DirectionCheck, type GradientCheckReport } from '#core'

/** The random directions along which the gradient failed; a kink on the way is no failure. */
export function failedDirections({ directions }: GradientCheckReport): readonly DirectionCheck[] {
  return directions.filter(({ verdict }) => verdict !== 'kink' && !passes(verdict))
}

/** How many random directions confirm the gradient. */
export function countPassedDirections({ directions }: GradientCheckReport): number {
  return directions.filter(({ verdict }) => passes(verdict)).length
}

/** How many parameters the checked network has; a sample checks fewer. */
export function parameterCountOf({ tensors }: GradientCheckReport): number {
  return tensors.reduce((sum, { shape: [rows, columns] }) => sum + rows * columns, 0)
}
