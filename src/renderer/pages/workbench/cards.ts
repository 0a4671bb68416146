import type { Component } from 'vue'
import CurvesCard from '../../features/curves/CurvesCard.vue'
import LearnedCard from '../../features/learned/LearnedCard.vue'
import NetworkCard from '../../features/network/NetworkCard.vue'

/** A card of the row under the figures. */
export interface CardEntry {
  readonly name: string
  readonly component: Component
  /** Share of the width, on a small window and where there is room for two charts. */
  readonly share: { readonly small: number; readonly large: number }
}

/** The cards from left to right. A new one is one entry. */
export const cards: readonly CardEntry[] = [
  { name: 'network', component: NetworkCard, share: { small: 1, large: 1 } },
  { name: 'curves', component: CurvesCard, share: { small: 1, large: 1.5 } },
  { name: 'learned', component: LearnedCard, share: { small: 1, large: 1 } }
]
