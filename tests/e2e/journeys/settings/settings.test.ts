import { expect, it } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import type { Settings } from '#core'
import { settingFields } from '../../../../src/renderer/features/settings/setting-fields'
import { useFolder } from '../../support/folders'
import { chooseData, describeJourneys } from '../../support/journey'
import { PATIENCE } from '../../support/app-window'
import { operableIn } from '../../support/operable'
import { SettingsFile } from '../../support/settings-file'
import { doStep, type Change, type Scene, type Step } from './changes'
import { ownTable } from './own-table'
import { scenes } from './scenes'
import { effects, type EffectName } from './effects'

it('every setting has a control among those that are tried', () => {
  const tried = new Set(scenes.flatMap(({ changes }) => changes.map(({ field }) => field)))
  // How single columns are prepared is chosen in the table of the data, not in the sidebar.
  expect(settingFields.filter((field) => !tried.has(field))).toEqual(['overrides'])
})

describeJourneys('every control of the settings', (context) => {
  const folder = useFolder()
  const ownFile = path.join(folder, 'own.csv')
  fs.writeFileSync(ownFile, ownTable())
  const file = new SettingsFile(context, folder)
  const seen = new Set<string>()

  it.each(scenes.map((scene) => [scene.title, scene] as const))('counts, is seen to, and is taken back: %s', async (_, scene) => {
    await begin(scene)
    for (const step of scene.given) await doStep(context(), step)
    await look()
    const start = await file.read()
    const known = new Map<EffectName, string>()
    for (const change of scene.changes) await tryOut(change, start, known)
    for (const [effect, was] of known) await expect.poll(() => effects[effect](context()), PATIENCE).toBe(was)
    dirty = false
  })

  it('no control is left out', () => {
    const { t, titleOf, pattern } = context().words
    const tried = new Set(scenes.flatMap(({ changes }) => changes.map(keyOf)))
    // Those of the data are tried with the journeys; a formula changes nothing.
    const others = [t('settings.dataset'), t('settings.open'), titleOf('paste', t('load.pasteTitle'))]
    const formula = pattern('formulas.open', ['name'])
    const untried = Array.from(seen).filter((key) => {
      const name = key.slice(key.indexOf(' ') + 1)
      return !tried.has(key) && !others.includes(name) && !formula.test(name)
    })
    expect(seen.size).toBeGreaterThan(50)
    expect(untried).toEqual([])
  })

  /** One change: what the settings are after it, what is seen of it, and how it is taken back. */
  async function tryOut(change: Change, start: Settings, known: Map<EffectName, string>): Promise<void> {
    const { input } = context()
    const message = keyOf(change)
    const { effect, given = [] } = change
    for (const step of given) await doStep(context(), step)
    const before = given.length > 0 ? await changedFrom(start) : start
    if (given.length > 0) await look()
    const read = effect && (() => effects[effect](context()))
    const was = effect && read ? (given.length === 0 && known.get(effect)) || (await read()) : null
    if (effect && was !== null && given.length === 0) known.set(effect, was)

    await doStep(context(), change)
    const after = await changedFrom(before)
    expect(after, message).toEqual(change.gives(before, after))
    if (read) await expect.poll(read, { ...PATIENCE, message: `${message}: ${effect}` }).not.toBe(was)

    for (let step = 0; step <= given.length; step++) await input.undo()
    await expect.poll(() => file.read(), { ...PATIENCE, message: `${message}, taken back` }).toEqual(start)
  }

  async function changedFrom(before: Settings): Promise<Settings> {
    let now = before
    await expect.poll(async () => JSON.stringify((now = await file.read())), PATIENCE).not.toBe(JSON.stringify(before))
    return now
  }

  /** Layers, targets and features differ by number or name only. */
  const keyOf = ({ role, name }: Pick<Step, 'role' | 'name'>) => generic(role, name(context().words.t))

  function generic(role: string, name: string): string {
    const { t } = context().words
    const isFeature =
      role === 'checkbox' &&
      ['number', 'integer', 'category', 'boolean'].some((type) => name.endsWith(` ${t(`data.types.${type}` as 'data.types.number')}`))
    return `${role} ${isFeature ? t('settings.features') : name.replaceAll(/\d+/g, '#')}`
  }

  async function look(): Promise<void> {
    for (const { role, name } of await operableIn(context().appWindow.page, 'aside')) seen.add(generic(role, name))
  }

  let opened: Scene['data'] | null = null
  let dirty = false
  /** Opens the data anew where they are others, or where a scene before this one failed halfway. */
  async function begin({ data }: Scene): Promise<void> {
    const { appWindow, words, input, named } = context()
    if (data === opened && !dirty) return void (dirty = true)
    if (data === 'own') {
      await appWindow.answerOpenDialogs(ownFile)
      await input.press(named('button', words.t('settings.open')))
      await expect.poll(() => appWindow.page.title(), PATIENCE).toContain('own.csv')
    } else {
      if (opened) await chooseData(context(), words.t('samples.wine'))
      await chooseData(context(), words.t('samples.iris'))
    }
    opened = data
    dirty = true
    await openSections()
  }

  async function openSections(): Promise<void> {
    const { appWindow, input } = context()
    const closed = appWindow.page
      .locator('aside')
      .locator('details:not([open]) > summary, button[aria-expanded="false"]:not([aria-haspopup])')
    while ((await closed.count()) > 0) await input.press(closed.first())
  }
})
