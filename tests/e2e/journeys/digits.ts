import { expect } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { chooseData, trainToTheEnd, type TestContext } from '../support/journey'
import { PATIENCE } from '../support/app-window'
import { root } from '../support/launch'

const DIGITS = 10

/** Handwritten digits are read, and the confusion matrix says which are taken for which. */
export async function readTheDigits(context: TestContext): Promise<void> {
  const { appWindow, input, words, named } = context
  const { t } = words
  await chooseData(context, t('samples.digits'))
  await trainToTheEnd(context)
  const accuracy = await appWindow.figure('test-metric')
  expect(accuracy).toBeGreaterThanOrEqual(0.95)

  await input.pick(named('tab', new RegExp(`^${t('metrics.tab')}`)))
  const matrix = named('table', new RegExp(`^${t('metrics.confusion')}`))
  await matrix.waitFor()
  const counts = (await matrix.getByRole('cell').allInnerTexts()).map(Number)
  expect(counts).toHaveLength(DIGITS * DIGITS)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const right = counts.filter((_, cell) => cell % (DIGITS + 1) === 0).reduce((sum, count) => sum + count, 0)
  expect(right / all).toBeCloseTo(accuracy, 12)

  const wrong = counts.findIndex((count, cell) => count > 0 && cell % (DIGITS + 1) !== 0)
  const [count, truth, predicted] = [counts[wrong], String(Math.floor(wrong / DIGITS)), String(wrong % DIGITS)]
  await input.press(named('button', t('metrics.cell', { count, truth, predicted }), matrix))
  const rows = named('table', t('metrics.rowsOf', { truth, predicted }, count))
  await expect.poll(() => rows.getByRole('rowheader').count(), PATIENCE).toBe(count)
  const lines = fs.readFileSync(path.join(root, 'data', 'digits.csv'), 'utf8').split(/\r?\n/)
  for (const line of await rows.getByRole('rowheader').allInnerTexts()) expect(lines[Number(line) - 1].split(',').at(-1)).toBe(truth)
  await expect.poll(() => named('img', t('learned.picture'), rows).count(), PATIENCE).toBe(count)
  await input.press(named('button', t('metrics.close')))
  await matrix.waitFor()
}
