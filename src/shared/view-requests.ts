import * as v from 'valibot'
import {
  judgedRowsSchema,
  metricsSchema,
  predictSchema,
  type DoctorView,
  type InsideView,
  type JudgedRowsView,
  type MetricsView,
  type OverfitView,
  type PredictionView
} from '#shared/insights'
import {
  samplePlaceSchema,
  viewAnswersSchema,
  viewHiddenSchema,
  viewNetworkSchema,
  viewPlaneSchema,
  viewPointsSchema,
  viewUnitSchema,
  type AnswersView,
  type BatchLossesView,
  type HiddenView,
  type InputsView,
  type NetworkView,
  type PlaneView,
  type PointsView,
  type SampleView,
  type UnitView
} from '#shared/view'
import { aboutRun, answers, command, nothing } from './request'

/** The queries about the network as it is at this moment. */
export const viewRequests = aboutRun({
  /** The network as it is at this moment, for what the page has in sight: see view.ts. */
  viewNetwork: answers<NetworkView>()(viewNetworkSchema),
  viewUnit: answers<UnitView>()(viewUnitSchema),
  viewInputs: answers<InputsView>()(nothing),
  viewPlane: answers<PlaneView>()(viewPlaneSchema),
  viewPoints: answers<PointsView>()(viewPointsSchema),
  viewAnswers: answers<AnswersView>()(viewAnswersSchema),
  viewHidden: answers<HiddenView>()(viewHiddenSchema),
  /** The losses of the run's mini-batches; of those before a restart there are none. */
  viewBatchLosses: answers<BatchLossesView>()(v.strictObject({})),
  viewSample: answers<SampleView>()(v.strictObject({ sample: samplePlaceSchema })),

  /** Content of the tabs below: see insights.ts. A later question of the same kind cancels the one before. */
  metrics: answers<MetricsView>()(metricsSchema),
  judgedRows: answers<JudgedRowsView>()(judgedRowsSchema),
  inside: answers<InsideView>()(nothing),
  diagnose: answers<DoctorView>()(nothing),
  /** Trains a fresh network on twenty rows, beside the run. */
  overfitTest: answers<OverfitView>()(nothing),
  cancelOverfitTest: command(nothing),
  predict: answers<PredictionView>()(predictSchema)
})
