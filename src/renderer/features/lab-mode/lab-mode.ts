import { shallowRef } from 'vue'
import type { Lab } from '#core'
import type { LabInHand } from '#shared/contract'
import { pageNames, type PageName } from '#shared/pages'
import type { BridgeClient } from '../../engine-client/bridge-client'

/** The parts of the window that a lab locks while it is worked on: what is locked is not there. */
export interface LabLocks {
  readonly lock: Lab['lock']
  readonly allow: Lab['allow']
}

/** The locks of the lab that is worked on; null while none is. */
export const labLocks = shallowRef<LabLocks | null>(null)

/** The lab that the engine process had in hand when it greeted the page the last time; null where it had none. */
export const labFound = shallowRef<LabInHand | null>(null)

/** Whether a lab of a teacher, which holds whoever works on it, was left by the end of the app. */
export function isLeftLab(lab: LabInHand | null): boolean {
  return lab !== null && !lab.isOpen && lab.opened.file !== null
}

/** Takes note of the lab that the engine process has in hand: its locks hold before anything is shown. A lesson left locks nothing. */
export async function meetLab(bridge: Pick<BridgeClient, 'call'>, lab: LabInHand | null): Promise<void> {
  labFound.value = lab
  if (lab?.isOpen || isLeftLab(lab)) await setLabMode(bridge, lab?.opened.lab ?? null)
}

/** Whether a part of the window is there. */
export function isThere(part: Lab['lock'][number]): boolean {
  return !labLocks.value?.lock.includes(part)
}

/** The pages that are there. */
export function pagesThere(): PageName[] {
  return pageNames.filter((page) => (page === 'microscope' || page === 'graph' ? isThere(page) : true))
}

/** Begins or ends the time in which a lab is worked on; main, which has the menu and the dialogs, is told. */
export async function setLabMode(bridge: Pick<BridgeClient, 'call'>, locks: LabLocks | null): Promise<void> {
  labLocks.value = locks
  const there = pagesThere()
  await bridge.call('setLabMode', { isOn: locks !== null, locked: pageNames.filter((page) => !there.includes(page)) })
}
