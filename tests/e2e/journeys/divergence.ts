import { expect } from 'vitest'
import { chooseData, type TestContext } from '../support/journey'
import { PATIENCE } from '../support/app-window'

/** Each advice takes a tenth of the rate; from 1000 the fifth is 0.01. */
const MOST_ADVICES = 5

/** A learning rate far too high: the run fails, the window says where and why, and its advice followed leads to a run that does not. */
export async function followTheDoctor(context: TestContext): Promise<void> {
  const { appWindow, input, words, named } = context
  const { t } = words
  await chooseData(context, t('toys.names.sine'))
  await input.type(named('textbox', t('settings.learningRate')), '1000')
  await input.press(named('button', t('run.run')))
  await appWindow.waitForStatus('failed')
  await expect.poll(() => named('button', t('run.run')).isEnabled(), PATIENCE).toBe(false)

  const told = words.sentencePattern('numeric.diverged', ['tensor', 'step', 'layer', 'learningRate'])
  const sentence = await appWindow.page.getByRole('alert').getByText(told).innerText()
  const { step, layer, learningRate } = told.exec(sentence)?.groups ?? {}
  expect(learningRate).toBe('1000')
  expect(Number(step)).toBeGreaterThanOrEqual(1)
  expect(Number(layer)).toBeGreaterThanOrEqual(1)

  await input.pick(named('tab', new RegExp(`^${t('doctor.tab')}`)))
  const findings = named('list', t('doctor.tab'))
  for (let rate = 1000, advices = 0; ; advices++) {
    expect(advices).toBeLessThan(MOST_ADVICES)
    rate /= 10
    const advice = words.sentence('doctor.do.learning-rate', { value: rate })
    // What is not finite is the gravest, and stands first.
    await input.press(named('button', advice, findings.getByRole('listitem').first()))
    await appWindow.waitForStatus('idle')
    await expect.poll(() => named('textbox', t('settings.learningRate')).inputValue(), PATIENCE).toBe(String(rate))
    await input.press(named('button', t('run.run')))
    if ((await appWindow.waitForStatus('failed', 'finished')) === 'finished') break
  }
  await expect.poll(() => appWindow.figure('test-metric'), PATIENCE).toBeGreaterThan(0.8)
}
