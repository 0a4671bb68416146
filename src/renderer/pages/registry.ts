import type { Component } from 'vue'
import type { MessageKey } from '../i18n/catalogue'
import WorkbenchPage from './workbench/WorkbenchPage.vue'

/** A page of the window, shown below the run bar. */
export interface Page {
  readonly name: string
  readonly label: MessageKey
  readonly component: Component
}

/**
 * The pages, in their order. A new one is one entry, whose component is `defineAsyncComponent(() => import(…))`: only the
 * first page, which the window opens with, is loaded at the start.
 */
export const pages: readonly [Page, ...Page[]] = [{ name: 'workbench', label: 'workbench.page', component: WorkbenchPage }]
