import { expect } from 'vitest'
import type { MessageKey } from '../../../src/renderer/i18n/catalogue'
import { chooseData, trainToTheEnd, type TestContext } from '../support/journey'
import { PATIENCE } from '../support/app-window'

/** Of 344 penguins two were not weighed, and of nine more the sex is not known. */
const WEIGHED = 342
const COMPLETE = 333

const wholeNumbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)

/** Penguins are weighed by their looks: values that are missing, texts, and a target in grams. */
export async function weighThePenguins(context: TestContext): Promise<void> {
  const { appWindow, input, words, named } = context
  const { t } = words
  await chooseData(context, t('samples.penguins'))
  await input.choose(named('combobox', t('settings.targets')), 'body_mass_g')
  await expect.poll(() => named('combobox', t('settings.task')).inputValue(), PATIENCE).toBe('regression')

  await input.pick(named('tab', new RegExp(`^${t('metrics.tab')}`)))
  expect((await rowsOn(context, 'metrics.sides.test')) + (await rowsOn(context, 'metrics.sides.train'))).toBe(COMPLETE)
  await input.choose(named('combobox', t('settings.missing')), t('preparation.missings.mean'))
  await expect
    .poll(async () => (await rowsOn(context, 'metrics.sides.test')) + (await rowsOn(context, 'metrics.sides.train')), PATIENCE)
    .toBe(WEIGHED)

  const scaled = await appWindow.figure('train-loss')
  await input.tick(named('checkbox', t('settings.scaleTargets')), false)
  // In grams the loss of a network that knows nothing is the square of kilograms.
  await expect.poll(() => appWindow.figure('train-loss'), PATIENCE).toBeGreaterThan(1e6)
  await input.undo()
  await expect.poll(() => appWindow.figure('train-loss'), PATIENCE).toBe(scaled)

  await trainToTheEnd(context)
  const r2 = await appWindow.figure('test-metric')
  expect(r2).toBeGreaterThan(0.8)

  const test = await errorsOn(context, 'metrics.sides.test')
  expect(test.r2).toBeCloseTo(r2, 3)
  const train = await errorsOn(context, 'metrics.sides.train')
  for (const { mae, rmse } of [test, train]) {
    expect(mae).toBeGreaterThan(100)
    expect(mae).toBeLessThan(rmse)
    expect(rmse).toBeLessThan(500)
  }

  const plot = named('slider', t('learned.title'))
  const said = async () => (await plot.getAttribute('aria-valuetext')) ?? ''
  const fit = words.pattern('learned.fitIs', ['mean'])
  await expect.poll(said, PATIENCE).toMatch(fit)
  const mean = Number(fit.exec(await said())?.groups?.mean)
  expect(mean).toBeCloseTo((test.mae * test.rows + train.mae * train.rows) / WEIGHED, 0)

  await input.press(named('button', t('network.next')))
  const detail = appWindow.find('row-detail')
  const [truth, residual] = await Promise.all([
    within(detail.getByText(words.pattern('learned.truth', ['name'])), words.pattern('learned.truth', ['name']), 'name'),
    within(detail.getByText(words.pattern('learned.residual', ['value'])), words.pattern('learned.residual', ['value']), 'value')
  ])
  const prediction = Number((await detail.getByRole('listitem').getAttribute('title')) ?? Number.NaN)
  expect(prediction - truth).toBeCloseTo(residual, 0)
}

async function within(element: { innerText(): Promise<string> }, pattern: RegExp, blank: string): Promise<number> {
  const text = (await element.innerText()).trim()
  return Number(pattern.exec(text)?.groups?.[blank].replace('−', '-'))
}

async function rowsOn({ appWindow, input, words: { t }, named }: TestContext, side: MessageKey): Promise<number> {
  const radio = named('radio', t(side), appWindow.page.getByLabel(t('metrics.side'), { exact: true }))
  const about = appWindow.find('metrics-about')
  if (!(await radio.isChecked())) {
    const before = await about.innerText()
    await input.pick(radio)
    await expect.poll(() => about.innerText(), PATIENCE).not.toBe(before)
  }
  return wholeNumbers(await about.innerText())[1]
}

async function errorsOn(context: TestContext, side: MessageKey): Promise<{ rows: number; r2: number; mae: number; rmse: number }> {
  const { words, named } = context
  const rows = await rowsOn(context, side)
  const cells = await named('table', words.t('metrics.errors')).getByRole('cell').allInnerTexts()
  const [r2, mae, rmse] = cells.map((text) => Number(text.replace('−', '-')))
  return { rows, r2, mae, rmse }
}
