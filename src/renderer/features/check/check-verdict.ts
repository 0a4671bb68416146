import { isFailure, passes, verdicts, type DirectionCheck, type GradientCheckReport, type Verdict } from '#core'

/** The random directions along which the gradient is wrong. */
export function failedDirections({ directions }: GradientCheckReport): readonly DirectionCheck[] {
  return directions.filter(({ verdict }) => isFailure(verdict))
}

/** Counts the random directions that confirm the gradient. */
export function countPassedDirections({ directions }: GradientCheckReport): number {
  return directions.filter(({ verdict }) => passes(verdict)).length
}

/** Counts the parameters with each verdict, of one tensor (its index) or of all. */
export function verdictCounts(
  { tensor, verdict }: Pick<GradientCheckReport, 'tensor' | 'verdict'>,
  of: number | null
): Record<Verdict, number> {
  const counts = verdicts.map(() => 0)
  verdict.forEach((one, row) => {
    if (of === null || tensor[row] === of) counts[one] += 1
  })
  return Object.fromEntries(verdicts.map((name, index) => [name, counts[index]])) as Record<Verdict, number>
}
