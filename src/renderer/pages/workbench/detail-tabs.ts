import type { Component } from 'vue'
import type { MessageKey } from '../../i18n/catalogue'
import CheckPanel from '../../features/check/CheckPanel.vue'
import DataPanel from '../../features/data/DataPanel.vue'
import DoctorPanel from '../../features/doctor/DoctorPanel.vue'
import InsidePanel from '../../features/inside/InsidePanel.vue'
import MetricsPanel from '../../features/metrics/MetricsPanel.vue'
import PredictPanel from '../../features/predict/PredictPanel.vue'
import ToyPanel from '../../features/toys/ToyPanel.vue'
import WeightsPanel from '../../features/weights/WeightsPanel.vue'

export interface DetailTab {
  readonly name: string
  readonly label: MessageKey
  readonly panel: Component
}

/** The tabs below the charts, in their order. A new one is one entry. */
export const detailTabs = [
  { name: 'points', label: 'toys.tab', panel: ToyPanel },
  { name: 'check', label: 'tabs.check', panel: CheckPanel },
  { name: 'data', label: 'tabs.data', panel: DataPanel },
  { name: 'weights', label: 'tabs.weights', panel: WeightsPanel },
  { name: 'metrics', label: 'metrics.tab', panel: MetricsPanel },
  { name: 'inside', label: 'inside.tab', panel: InsidePanel },
  { name: 'doctor', label: 'doctor.tab', panel: DoctorPanel },
  { name: 'predict', label: 'predict.tab', panel: PredictPanel }
] as const satisfies readonly DetailTab[]

export type DetailTabName = (typeof detailTabs)[number]['name']
