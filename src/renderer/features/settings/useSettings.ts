import { until } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { parseSettings, rebuilds, toWire, type Settings } from '#core'
import type { WireError } from '#shared/contract'
import { fieldOfProblem } from './problem-fields'
import { settingFields, type SettingField } from './setting-fields'
import { emptyHistory, redone, undone, withSettings } from './settings-history'
import { sharedState } from '../../ui/shared-state'
import type { Confirm, Question } from '../../ui/useConfirm'
import { isWithoutEngine } from '../../engine-client/going-on'
import type { EngineClient } from '../../engine-client/useEngine'
import type { Problems } from '../../engine-client/useProblems'

/**
 * A change of settings. A part of a setting (one seed of three, one feature of many) is given as a function of the settings at the time it
 * is applied: those on the screen may lack a pending change, and would undo it. What it throws is shown beside the field.
 */
export type SettingsPatch = Partial<Settings> | ((settings: Settings) => Partial<Settings>)

/** Editor of the settings: one field at a time, with confirmation where trained weights would be lost. */
export interface SettingsEditor {
  readonly current: ComputedRef<Settings | null>
  /**
   * Counts the changes of a field that were decided, either way: it then shows the engine's value again. Without a
   * field: of the data.
   */
  readonly revisionOf: (field?: SettingField) => number
  /** Error of each field: of the current input, or of the settings. */
  readonly errors: ComputedRef<Partial<Record<SettingField, WireError>>>
  /** Changes settings on behalf of a field. `typed` is what the user wrote, to be quoted if it cannot be used. */
  readonly change: (field: SettingField, patch: SettingsPatch, typed?: string) => Promise<void>
  /** Changes settings without asking: what is pressed says that the network is trained anew. */
  readonly replace: (field: SettingField, patch: Partial<Settings>) => Promise<void>
  /**
   * When every change begun so far has been decided and has reached the engine. What depends on the settings waits for
   * it: a click on Run right after typing must not overtake what was typed.
   */
  readonly settled: () => Promise<unknown>
  /** Back to the settings before the last change, a new seed among them, and forth again; asks where trained weights would be lost. */
  readonly canUndo: ComputedRef<boolean>
  readonly canRedo: ComputedRef<boolean>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /**
   * Does something that replaces the network, after asking if it is trained. `look` comes before the question and returns it, or null where
   * there is nothing to be done.
   */
  readonly afterAsking: (work: () => Promise<unknown>, look?: () => Promise<Question | null>) => Promise<void>
}

export const settingsState = sharedState<SettingsEditor>('Settings')
export const useSettings = settingsState.use

/** Asks whether trained weights may go where a change builds another network. */
const rebuilding: Question = { title: 'confirm.title', body: 'confirm.body', ok: 'confirm.ok', cancel: 'confirm.cancel' }

/** Under this name changes of the data are counted. */
const DATA = 'data'

export interface SettingsOptions {
  readonly engine: EngineClient
  readonly confirm: Confirm
  readonly problems: Problems
}

export function createSettings({ engine, confirm, problems }: SettingsOptions): SettingsEditor {
  const current = computed(() => engine.state.value?.settings ?? null)
  const refused = shallowRef<Partial<Record<SettingField, WireError>>>({})
  const decided = shallowRef<Readonly<Record<string, number>>>({})
  /** Number of pending changes of each field. */
  const waiting = new Map<SettingField, number>()
  const history = shallowRef(emptyHistory)
  // One change after the other: each starts from what the one before it left.
  let last: Promise<unknown> = Promise.resolve()

  const errors = computed(() => {
    const problem = engine.state.value?.problem
    const field = problem ? fieldOfProblem(problem) : null
    return problem && field ? { [field]: problem, ...refused.value } : refused.value
  })

  // Whatever changes them is seen here. While a new process is brought back to where the page is, nothing has changed.
  watch(
    engine.state,
    (state) => {
      if (!state || (engine.connection.value !== 'ready' && history.value.data === state.data.sha256)) return
      history.value = withSettings(history.value, state.data.sha256, state.settings)
    },
    { immediate: true, flush: 'sync' }
  )

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  function showAgain(field: SettingField | typeof DATA): void {
    decided.value = { ...decided.value, [field]: (decided.value[field] ?? 0) + 1 }
  }

  /** A later choice stays visible until it is applied. */
  function showDecided(field: SettingField): void {
    if (!waiting.get(field)) showAgain(field)
  }

  function setError(field: SettingField, error: WireError | null): void {
    const { [field]: _, ...rest } = refused.value
    refused.value = error ? { ...rest, [field]: error } : rest
  }

  function mayDiscard(question = rebuilding): Promise<boolean> {
    const epochs = engine.run.value.epoch
    return epochs === 0 ? Promise.resolve(true) : confirm.ask({ ...question, values: { ...question.values, epochs } })
  }

  function forgetRefused(): void {
    for (const field of settingFields) if (field in refused.value) showAgain(field)
    refused.value = {}
  }

  async function move(to: ReturnType<typeof undone>): Promise<void> {
    const before = current.value
    if (!before || !to?.present) return
    const settings = to.present
    if (rebuilds(before, settings) && !(await mayDiscard())) return
    const kept = history.value
    // Before the engine tells of them, so that they are not taken for a change.
    history.value = to
    const isDone = await problems.guard(() => engine.request('changeSettings', { settings }))
    if (isDone) forgetRefused()
    else history.value = kept
  }

  function begin(field: SettingField, patch: SettingsPatch, mayRebuild: () => Promise<boolean>, typed?: string): Promise<void> {
    waiting.set(field, (waiting.get(field) ?? 0) + 1)
    return inTurn(() => {
      waiting.set(field, (waiting.get(field) ?? 1) - 1)
      return apply(field, patch, mayRebuild, typed)
    })
  }

  async function apply(field: SettingField, patch: SettingsPatch, mayRebuild: () => Promise<boolean>, typed?: string): Promise<void> {
    // A process that takes the place of another one is brought to these settings first.
    await until(engine.connection).not.toBe('starting')
    const before = current.value
    if (!before) return
    try {
      const settings = parseSettings({ ...before, ...(typeof patch === 'function' ? patch(before) : patch) })
      if (!rebuilds(before, settings) || (await mayRebuild())) await engine.request('changeSettings', { settings })
      setError(field, null)
      showDecided(field)
    } catch (error) {
      if (isWithoutEngine(error) && engine.connection.value === 'starting') return apply(field, patch, mayRebuild, typed)
      const { code, details } = toWire(error)
      if (!code.startsWith('spec.')) {
        showDecided(field)
        return problems.report(error)
      }
      setError(field, {
        code,
        details: typed === undefined ? details : { ...details, value: typed.trim() === '' ? '""' : typed.trim() }
      })
    }
  }

  return {
    current,
    revisionOf: (field) => decided.value[field ?? DATA] ?? 0,
    errors,
    change: (field, patch, typed) => begin(field, patch, () => mayDiscard(), typed),
    replace: (field, patch) => begin(field, patch, () => Promise.resolve(true)),
    settled: () => last,
    canUndo: computed(() => engine.connection.value === 'ready' && undone(history.value) !== null),
    canRedo: computed(() => engine.connection.value === 'ready' && redone(history.value) !== null),
    undo: () => inTurn(() => move(undone(history.value))),
    redo: () => inTurn(() => move(redone(history.value))),
    afterAsking: (work, look = () => Promise.resolve(rebuilding)) =>
      inTurn(async () => {
        await problems.guard(async () => {
          const question = await look()
          if (question === null || !(await mayDiscard(question))) return
          forgetRefused()
          await work()
        })
        showAgain(DATA)
      })
  }
}
