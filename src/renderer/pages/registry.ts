import type { Component } from 'vue'
import type { PageName } from '#shared/pages'
import { lazyPage } from './lazy-page'
import WorkbenchPage from './workbench/WorkbenchPage.vue'

/** The page of each name in `shared/pages.ts`: everything below the header and the banners. The first comes with the window; every other one is loaded when it is first opened. */
export const pages: Readonly<Record<PageName, Component>> = {
  workbench: WorkbenchPage,
  microscope: lazyPage(() => import('./microscope/MicroscopePage.vue')),
  graph: lazyPage(() => import('./graph/GraphPage.vue')),
  labs: lazyPage(() => import('./labs/LabsPage.vue'))
}
