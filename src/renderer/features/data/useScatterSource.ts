import { csvText } from '#core'
import type { Ref } from 'vue'
import { rowUses, type ScatterAxis, type ScatterPoints } from '#shared/contract'
import { drawingOf } from '../../charts/chart-drawing'
import { CLASS_STYLES, drawScatter, type ScatterFrame } from '../../charts/scatter-plot'
import type { ChartSource } from '../../charts/useChartFiles'

export interface ScatterSourceOptions {
  readonly points: Readonly<Ref<ScatterPoints | null>>
  readonly canvas: Readonly<Ref<HTMLCanvasElement | null>>
  /** The names of the columns. */
  readonly names: () => { readonly x: string; readonly y: string; readonly target: string }
  readonly frameOf: (points: ScatterPoints, at: HTMLElement, pointed: number | null) => ScatterFrame
}

/** A scatter plot as files: its picture with the classes' marks, and its points with the lines they stand on. */
export function useScatterSource({ points, canvas, names, frameOf }: ScatterSourceOptions): ChartSource {
  return {
    kind: 'scatter',
    drawings() {
      if (!points.value || !canvas.value) return []
      const { x, y, target } = names()
      const frame = frameOf(points.value, canvas.value, null)
      const legend = (frame.target.labels ?? []).slice(0, CLASS_STYLES).map((text, shape) => ({
        text,
        color: frame.colors.classes[shape],
        look: 'mark' as const,
        shape
      }))
      const heading = `${x} → ${y}${legend.length > 0 ? ` · ${target}` : ''}`
      return [drawingOf(canvas.value, { heading, legend, draw: (context, size) => drawScatter(context, size, frame) })]
    },
    csv() {
      const { x, y, target } = names()
      const shown = points.value
      const rows = Array.from(shown?.lines ?? [], (line, i) =>
        shown ? [line, cell(shown.x, i), cell(shown.y, i), cell(shown.target, i), rowUses[shown.uses[i]]] : []
      )
      return csvText(['line', x, y, target, 'use'], rows)
    }
  }
}

const cell = ({ values, labels }: ScatterAxis, i: number): string | number => (labels ? (labels[values[i]] ?? '') : values[i])
