import { basename, dirname } from 'node:path'
import * as v from 'valibot'
import type { StartProblem, ZoomMove } from '#shared/contract'
import { StateFile } from '../node/files/state-file'
import { storedJson } from '../node/files/stored-json'

const whole = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))

/** Chromium's zoom levels: each is a factor of 1.2, and 0 the actual size. */
const SMALLEST = -3
const LARGEST = 5
const STEP = 0.5

const schema = v.object({
  bounds: v.object({ x: whole, y: whole, width: v.pipe(whole, v.minValue(1)), height: v.pipe(whole, v.minValue(1)) }),
  isMaximized: v.boolean(),
  zoom: v.pipe(v.number(), v.minValue(SMALLEST), v.maxValue(LARGEST))
})

/** Position and size of the window, and its zoom level. */
export type WindowState = v.InferOutput<typeof schema>
export type Rectangle = WindowState['bounds']

/** Width of a title bar that must be on a screen so that the window can be moved, in pixels. */
const GRIP = 100

/** The state of the window over starts. */
export interface WindowStateStore {
  /** The stored state; null where there is no readable one, or where its screen is gone. */
  readonly stored: WindowState | null
  readonly problem: StartProblem | null
  /** Throws: file. */
  save(state: WindowState): Promise<void>
}

/** Reads the stored state. */
export async function openWindowState(path: string, screens: readonly Rectangle[]): Promise<WindowStateStore> {
  const file = new StateFile({ folder: dirname(path), name: basename(path), parse: storedJson(basename(path), schema) })
  const state = await file.read()
  return {
    stored: state && screens.some((screen) => isInReach(state.bounds, screen)) ? state : null,
    problem: file.problem,
    save: (next) => file.write(JSON.stringify(next))
  }
}

/** Returns the zoom level after a move. */
export function zoomAfter(level: number, move: ZoomMove): number {
  if (move === 'reset') return 0
  return Math.min(LARGEST, Math.max(SMALLEST, level + (move === 'in' ? STEP : -STEP)))
}

/** Whether the title bar of a window can be grabbed. */
function isInReach({ x, y, width }: Rectangle, screen: Rectangle): boolean {
  const shared = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return shared >= Math.min(GRIP, width) && y >= screen.y && y <= screen.y + screen.height - GRIP
}
