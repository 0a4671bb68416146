import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { ZoomMove } from '#shared/contract'
import { writeAtomically } from '../node/files/write-atomically'

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

/** Reads the stored state; null where there is no readable one, or where its screen is gone. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState | null {
  try {
    const result = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')))
    return result.success && screens.some((screen) => isInReach(result.output.bounds, screen)) ? result.output : null
  } catch {
    return null
  }
}

/** Stores the state. Throws: file. */
export async function saveWindowState(file: string, state: WindowState): Promise<void> {
  await writeAtomically(file, JSON.stringify(state))
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
