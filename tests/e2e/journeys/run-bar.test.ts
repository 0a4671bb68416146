import { expect, it } from 'vitest'
import { useFolder } from '../support/folders'
import { describeJourneys } from '../support/journey'
import { PATIENCE } from '../support/app-window'
import { operableIn } from '../support/operable'
import { SettingsFile } from '../support/settings-file'

describeJourneys('the run bar', (context) => {
  const file = new SettingsFile(context, useFolder())
  const seen = new Set<string>()
  const tried = new Set<string>()

  const look = async () => {
    for (const { name } of await operableIn(context().appWindow.page, 'section:has([data-testid="epoch-counter"])')) seen.add(name)
  }
  const press = async (name: string) => {
    const { input, named } = context()
    await look()
    tried.add(name)
    await input.press(named('button', name))
  }
  const stepBy = async (unit: 'batch' | 'epoch') => {
    const { input, named, words } = context()
    const name = words.t(`run.units.${unit}`)
    tried.add(name)
    await input.pick(named('radio', name))
  }
  const place = (text: RegExp) =>
    expect.poll(() => context().appWindow.find('epoch-counter').locator('..').innerText(), PATIENCE).toMatch(text)

  it('steps by epochs and by mini-batches, and back to the very same figures', async () => {
    const { appWindow, words } = context()
    const { t, titleOf } = words
    const start = await appWindow.figures()
    await press(t('run.step'))
    await place(/1 \/ 100/)
    await appWindow.waitForStatus('paused')
    const first = await appWindow.figures()
    expect(first).not.toEqual(start)
    await stepBy('batch')
    await place(new RegExp(t('run.stepAt', { step: 7 })))
    await press(t('run.step'))
    await place(new RegExp(t('run.stepAt', { step: 8 })))
    await press(titleOf('stepBack', t('run.backTitles.batch')))
    await place(new RegExp(t('run.stepAt', { step: 7 })))
    await stepBy('epoch')
    await press(t('run.step'))
    await place(/2 \/ 100/)
    await press(titleOf('stepBack', t('run.backTitles.epoch')))
    await place(/1 \/ 100/)
    await expect.poll(() => appWindow.figures(), PATIENCE).toEqual(first)
    await press(t('run.rewind'))
    await appWindow.waitForStatus('idle')
    await expect.poll(() => appWindow.figures(), PATIENCE).toEqual(start)
  })

  it('draws other weights and another order, which can be taken back', async () => {
    const { appWindow, input, words } = context()
    const [settings, figures] = [await file.read(), await appWindow.figures()]
    await press(words.t('run.newSeed'))
    await expect.poll(async () => (await file.read()).seeds, PATIENCE).not.toEqual(settings.seeds)
    const { seeds, ...others } = await file.read()
    expect({ ...others, seeds: settings.seeds }).toEqual(settings)
    expect(seeds.split).toBe(settings.seeds.split)
    await expect.poll(() => appWindow.figures(), PATIENCE).not.toEqual(figures)
    await input.undo()
    await expect.poll(() => file.read(), PATIENCE).toEqual(settings)
    await expect.poll(() => appWindow.figures(), PATIENCE).toEqual(figures)
  })

  it('trains, stands still, goes on, and trains as much again', async () => {
    const { appWindow, input, named, words } = context()
    const { t } = words
    await input.type(named('textbox', t('settings.epochs')), '1000000')
    await press(t('run.run'))
    await appWindow.waitForEpoch(1)
    await press(t('run.pause'))
    await appWindow.waitForStatus('paused')
    const epoch = await appWindow.epoch()
    await press(t('run.resume'))
    await appWindow.waitForEpoch(epoch + 1)
    await press(t('run.pause'))
    await appWindow.waitForStatus('paused')
    await press(t('run.rewind'))
    await input.type(named('textbox', t('settings.epochs')), '20')
    await press(t('run.run'))
    await appWindow.waitForStatus('finished')
    await press(t('run.extend', {}, 20))
    await expect.poll(() => appWindow.find('epoch-counter').innerText(), PATIENCE).toBe('40 / 40')
    expect((await file.read()).epochs).toBe(40)
  })

  it('hides the settings, and shows them again', async () => {
    const { appWindow, words } = context()
    const name = words.titleOf('sidebar')
    await press(name)
    await appWindow.page.locator('aside').waitFor({ state: 'hidden' })
    await press(name)
    await appWindow.page.locator('aside').waitFor()
  })

  it('has no control that was left out', () => {
    const { pattern } = context().words
    expect(seen.size).toBeGreaterThan(6)
    expect(Array.from(seen).filter((name) => !tried.has(name) && !pattern('formulas.open', ['name']).test(name))).toEqual([])
  })
})
