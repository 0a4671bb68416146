import type { App } from 'vue'
import { fromWire } from '#core'
import type { EngineHello, Preferences } from '#shared/contract'
import type { BridgeClient } from './bridge-client'
import type { EnginePorts } from './engine-ports'
import { chartCursorState, createChartCursor } from './useChartCursor'
import { confirmState, createConfirm } from './useConfirm'
import { createDoctor, doctorState } from './useDoctor'
import { createEngineSettings, engineSettingsState } from './useEngineSettings'
import { createDataView, dataViewState } from './useDataView'
import { createFiles, filesState } from './useFiles'
import { createFollowedWeight, followedWeightState } from './useFollowedWeight'
import { createGradientCheck, gradientCheckState } from './useGradientCheck'
import { createLab, labState } from './useEngine'
import { createPreferences, preferencesState } from './usePreferences'
import { createProblems, problemsState } from './useProblems'
import { createRunControls, runControlsState } from './useRunControls'
import { createSettings, settingsState } from './useSettings'
import { createShell, shellState } from './useShell'
import { createStepHistory, stepHistoryState } from './useStepHistory'
import { createToasts, toastsState } from './useToasts'
import { createToys, toysState } from './useToys'

export interface WindowStateOptions {
  readonly bridge: BridgeClient
  readonly ports: EnginePorts
  readonly preferences: Preferences
  readonly page: Window
}

/** Makes everything that the window's components share, each from what it needs, and provides it to the app. */
export function provideWindowState(app: App, { bridge, ports, preferences, page }: WindowStateOptions): void {
  const problems = createProblems()
  const toasts = createToasts()
  const confirm = createConfirm()
  const lab = createLab({
    bridge,
    ports,
    onError: problems.report,
    onRetraced: ({ epoch, differsFrom }) =>
      differsFrom < 0 ? toasts.show('toast.retraced', { epoch }) : toasts.show('toast.retracedOtherwise', { epoch, differsFrom }),
    onHello: ({ restoreProblem }: EngineHello) => restoreProblem && problems.report(fromWire(restoreProblem))
  })
  const settings = createSettings({ lab, confirm, problems })
  const toys = createToys({ lab, bridge, settings, confirm, problems, toasts })
  const control = createPreferences({ bridge, initial: preferences, page, onError: problems.report })

  app.provide(problemsState.key, problems)
  app.provide(toastsState.key, toasts)
  app.provide(confirmState.key, confirm)
  app.provide(labState.key, lab)
  app.provide(settingsState.key, settings)
  app.provide(preferencesState.key, control)
  app.provide(engineSettingsState.key, createEngineSettings({ lab, preferences: control, problems }))
  app.provide(runControlsState.key, createRunControls({ lab, settings, problems }))
  app.provide(filesState.key, createFiles({ lab, bridge, settings, problems, toasts, mayLeave: toys.mayLeave }))
  app.provide(stepHistoryState.key, createStepHistory({ lab, settings }))
  app.provide(dataViewState.key, createDataView())
  const gradientCheck = createGradientCheck({ lab, settings, bridge, problems, toasts })
  app.provide(gradientCheckState.key, gradientCheck)
  app.provide(followedWeightState.key, createFollowedWeight(gradientCheck))
  app.provide(doctorState.key, createDoctor({ lab, settings, problems }))
  app.provide(toysState.key, toys)
  app.provide(shellState.key, createShell({ bridge, lab, settings, problems, toasts }))
  app.provide(chartCursorState.key, createChartCursor())
}
