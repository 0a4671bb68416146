import { expect, it } from 'vitest'
import { CheckedLoss } from '../../../src/core/check/checked-loss'
import { ordinaryProblem, scaledProblem } from '../../support/check-problems'

/** The noise that is claimed for h, and the scatter of quotients whose steps differ by a millionth. */
function noiseAndScatter(problem: ReturnType<typeof ordinaryProblem>): [number, number] {
  const loss = new CheckedLoss(problem)
  const path = loss.pathOf(0, 0)
  const h = loss.stepOf(path, 1e-9)
  const quotients = Array.from({ length: 8 }, (_, i) => loss.quotient(path, h * (1 + i * 1e-6)))
  const numbers = quotients.map(({ numeric }) => numeric)
  return [quotients[0].noise, Math.max(...numbers) - Math.min(...numbers)]
}

it('the rounding error that is claimed is seldom far below the one that is seen, and never far above what the loss has', () => {
  let seen = 0
  let below = 0
  for (const make of [ordinaryProblem, scaledProblem]) {
    for (let seed = 1; seed <= 150; seed++) {
      const problem = make(seed)
      const [noise, scatter] = noiseAndScatter(problem)
      if (scatter === 0) continue
      seen += 1
      if (scatter > 8 * noise) below += 1
    }
  }
  expect(seen).toBeGreaterThan(150)
  expect(below / seen).toBeLessThan(0.25)
})
