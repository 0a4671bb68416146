import type { Component } from 'vue'
import type { PageName } from '#shared/pages'
import { lazyPage } from './lazy-page'
import WorkbenchPage from './workbench/WorkbenchPage.vue'

/** A page of the window: everything below the header and the banners. */
export interface Page {
  readonly component: Component
  /** Whether it is about the open table, so that the banners about its file stand above it. */
  readonly isAboutData: boolean
}

/** The page of each name in `shared/pages.ts`. The first comes with the window; every other one is loaded when it is first opened. */
export const pages: Readonly<Record<PageName, Page>> = {
  workbench: { component: WorkbenchPage, isAboutData: true },
  microscope: { component: lazyPage(() => import('./microscope/MicroscopePage.vue')), isAboutData: true },
  graph: { component: lazyPage(() => import('./graph/GraphPage.vue')), isAboutData: false },
  labs: { component: lazyPage(() => import('./labs/LabsPage.vue')), isAboutData: false }
}
