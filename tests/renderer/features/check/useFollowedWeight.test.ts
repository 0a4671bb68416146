import { expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import type { CheckReport } from '#shared/contract'
import { createFollowedWeight } from '../../../../src/renderer/features/check/useFollowedWeight'
import type { CheckFilter } from '../../../../src/renderer/features/check/check-order'
import { checkReport } from '../../support/check-report'

function followed() {
  const report = shallowRef<CheckReport | null>(
    checkReport([
      { row: 1, column: 0 },
      { tensor: 1, row: 0, column: -1 }
    ])
  )
  const filter = shallowRef<CheckFilter>({ tensor: 1, verdict: 'kink' })
  return { report, filter, weight: createFollowedWeight({ report, filter }) }
}

it('leads from a row into the drawing and back to the row, past any filter', () => {
  const { filter, weight } = followed()
  weight.showInDrawing(0)
  expect([weight.place.value, weight.row.value, weight.calls.value]).toEqual([{ layer: 1, unit: 0, from: 1 }, 0, 0])
  weight.showInCheck({ layer: 1, unit: 0, from: null })
  expect([weight.row.value, weight.calls.value, filter.value]).toEqual([1, 1, { tensor: null, verdict: null }])
  weight.forget()
  expect(weight.row.value).toBeNull()
})

it('is forgotten with the network that it belongs to', async () => {
  const { report, weight } = followed()
  weight.showInDrawing(0)
  report.value = null
  await nextTick()
  expect(weight.place.value).toBeNull()
})
