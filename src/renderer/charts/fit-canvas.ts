import type { DrawingSize } from './chart-drawing'

/** Gives a canvas as many pixels as the screen has where it stands; its context, null where it has none, and its size. */
export function fitCanvas(canvas: HTMLCanvasElement): { readonly context: CanvasRenderingContext2D | null; readonly size: DrawingSize } {
  const ratio = window.devicePixelRatio
  const { clientWidth: width, clientHeight: height } = canvas
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w
    canvas.height = h
  }
  return { context: canvas.getContext('2d'), size: { width, height, ratio } }
}
