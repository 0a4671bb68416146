/** The narrowest and the widest sidebar, in rem: the longest row of the settings, and twice as much as it needs. */
const LIMITS = [21, 52] as const

/** The part of the window that the results keep. */
const MOST_SHARE = 0.5

/** The width in rem of a sidebar that takes a share of so many rem, within its limits. */
export function sidebarWidth(share: number, whole: number): number {
  const [low, high] = LIMITS
  const width = Math.max(low, Math.min(high, MOST_SHARE * whole, share * whole))
  return Math.round(10 * width) / 10
}
