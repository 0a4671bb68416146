import type { RowSide } from '#core'
import type { ExperimentState } from '#shared/contract'

/** Returns the number of rows in each part of the split; 0 while no data are prepared. */
export function sideRows(state: ExperimentState | null): Readonly<Record<RowSide, number>> {
  const { trainRows = 0, testRows = 0, validationRows = 0 } = state?.prepared ?? {}
  return { train: trainRows, test: testRows, validation: validationRows }
}
