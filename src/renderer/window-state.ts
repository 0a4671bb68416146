import type { App } from 'vue'
import type { EngineHello, Preferences, StartProblem } from '#shared/contract'
import type { BridgeClient } from './engine-client/bridge-client'
import type { EnginePorts } from './engine-client/engine-ports'
import { chartCursorState, createChartCursor } from './features/curves/useChartCursor'
import { chartSaverState } from './charts/useChartFiles'
import { bridgeState } from './engine-client/useBridge'
import { confirmState, createConfirm } from './ui/useConfirm'
import { createDoctor, doctorState } from './features/doctor/useDoctor'
import { createEngineSettings, engineSettingsState } from './features/engine-settings/useEngineSettings'
import { createDataView, dataViewState } from './features/data/useDataView'
import { createFiles, filesState } from './features/files/useFiles'
import { createFollowedWeight, followedWeightState } from './features/check/useFollowedWeight'
import { createGradientCheck, gradientCheckState } from './features/check/useGradientCheck'
import { createEngineClient, engineState } from './engine-client/useEngine'
import { createPreferences, preferencesState } from './engine-client/usePreferences'
import { createProblems, problemsState } from './engine-client/useProblems'
import { createRunControls, runControlsState } from './features/run/useRunControls'
import { createSettings, settingsState } from './features/settings/useSettings'
import { createRemedies, remediesState } from './features/data/useRemedies'
import { isLeftLab, meetLab } from './features/lab-mode/lab-mode'
import { createHandover, handoverState, shownBy } from './features/handover/useHandover'
import { useText } from './i18n/useText'
import { createKeyNames, keyNamesState } from './keys/useKeyNames'
import { createPageKeys, pageKeysState } from './keys/usePageKeys'
import { createShell, shellState } from './features/shell/useShell'
import { createStepHistory, stepHistoryState } from './features/data/useStepHistory'
import { createToasts, toastsState } from './ui/useToasts'
import { createToys, toysState } from './features/toys/useToys'

export interface WindowStateOptions {
  readonly bridge: BridgeClient
  readonly ports: EnginePorts
  readonly preferences: Preferences
  /** The files of the app’s own that main could not read. */
  readonly startProblems: readonly StartProblem[]
  readonly platform: string
  readonly page: Window
}

/** Makes everything that the window's components share, each from what it needs, and provides it to the app. */
export function provideWindowState(app: App, { bridge, ports, preferences, startProblems, platform, page }: WindowStateOptions): void {
  const problems = createProblems()
  const toasts = createToasts()
  const confirm = createConfirm()
  const control = createPreferences({ bridge, initial: preferences, window: page, onError: problems.report })
  const engine = createEngineClient({
    bridge,
    ports,
    onError: problems.report,
    onRetraced: ({ epoch, last, differsFrom }) =>
      differsFrom < 0 ? toasts.show('toast.retraced', { epoch, last }) : toasts.show('toast.retracedOtherwise', { epoch, differsFrom }),
    onHello: ({ startProblems, lab }: EngineHello, isFirst) => {
      if (isFirst) problems.reportStart(startProblems)
      meetLab(bridge, lab).catch(problems.report)
      if (isFirst && isLeftLab(lab)) control.choose({ page: 'labs' })
    }
  })
  problems.reportStart(startProblems)
  const settings = createSettings({ engine, confirm, problems })
  const toys = createToys({ engine, bridge, settings, confirm, problems, toasts })

  app.provide(bridgeState.key, bridge)
  app.provide(problemsState.key, problems)
  app.provide(toastsState.key, toasts)
  app.provide(confirmState.key, confirm)
  app.provide(engineState.key, engine)
  app.provide(settingsState.key, settings)
  app.provide(preferencesState.key, control)
  app.provide(keyNamesState.key, createKeyNames({ platform, language: control.language, t: useText().t }))
  app.provide(pageKeysState.key, createPageKeys())
  const handover = createHandover(control)
  app.provide(handoverState.key, handover)
  app.provide(engineSettingsState.key, createEngineSettings({ engine, preferences: control, problems }))
  app.provide(runControlsState.key, createRunControls({ engine, settings, problems }))
  const files = createFiles({ engine, bridge, settings, problems, toasts, mayLeave: toys.mayLeave, show: shownBy(handover) })
  app.provide(filesState.key, files)
  app.provide(chartSaverState.key, files.exportBytes)
  app.provide(stepHistoryState.key, createStepHistory({ engine, settings }))
  app.provide(dataViewState.key, createDataView({ engine, preferences: control }))
  app.provide(remediesState.key, createRemedies({ engine, files, settings }))
  const gradientCheck = createGradientCheck({ engine, settings, bridge, problems, toasts })
  app.provide(gradientCheckState.key, gradientCheck)
  app.provide(followedWeightState.key, createFollowedWeight(gradientCheck))
  app.provide(doctorState.key, createDoctor({ engine, settings, problems }))
  app.provide(toysState.key, toys)
  app.provide(shellState.key, createShell({ bridge, engine, settings, problems, toasts }))
  app.provide(chartCursorState.key, createChartCursor())
}
