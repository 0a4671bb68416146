import type { ChartDrawing } from './chart-drawing'
import { sharedState } from '../ui/shared-state'

/** A chart as files: what it is called, how it is drawn, and its numbers. */
export interface ChartSource {
  /** A part of the file's name. */
  readonly kind: string
  /** The chart, or several that stand beside one another; none while only its table is in sight. */
  readonly drawings: () => readonly ChartDrawing[]
  /** Its numbers with every digit. */
  readonly csv: () => string
}

/** The kinds of files, by their endings. */
export const chartFormats = ['png', 'svg', 'csv'] as const
export type ChartFormat = (typeof chartFormats)[number]

/** Asks where to save the bytes of a chart, and writes them. */
export type SaveChartBytes = (kind: string, format: ChartFormat, bytes: Uint8Array<ArrayBuffer>) => Promise<void>

/** Saves files; provided by the window. */
export const chartSaverState = sharedState<SaveChartBytes>('ChartSaver')

/** Saves any chart of the window as a picture of points or of lines and texts, or as a table. */
export function useChartFiles(): { readonly save: (source: ChartSource, format: ChartFormat) => Promise<void> } {
  const saveBytes = chartSaverState.use()

  async function bytesOf({ drawings, csv }: ChartSource, format: ChartFormat): Promise<Uint8Array<ArrayBuffer> | null> {
    if (format === 'csv') return new TextEncoder().encode(csv())
    const all = drawings()
    if (all.length === 0) return null
    // What writes pictures is not needed before one is asked for.
    const { chartPicture } = await import('./chart-picture')
    return chartPicture(all, format)
  }

  return {
    async save(source, format) {
      const bytes = await bytesOf(source, format)
      if (bytes) await saveBytes(source.kind, format, bytes)
    }
  }
}
