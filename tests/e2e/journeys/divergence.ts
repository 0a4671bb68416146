import { expect } from 'vitest'
import { chooseData, type TestContext } from '../support/journey'
import { PATIENCE } from '../support/app-window'

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
  // What is not finite is the cause, and stands first; the rate before it is known to the advice.
  const change = words.sentence('doctor.do.rate-back', { value: 0.1 })
  await input.press(named('button', t('doctor.retrain', { change }), findings.getByRole('listitem').first()))
  await appWindow.waitForStatus('finished')
  await expect.poll(() => named('textbox', t('settings.learningRate')).inputValue(), PATIENCE).toBe('0.1')
  await expect.poll(() => appWindow.figure('test-metric'), PATIENCE).toBeGreaterThan(0.8)
}
