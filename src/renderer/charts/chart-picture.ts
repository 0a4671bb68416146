/** Charts beside one another as a PNG, on the colour that they stand on. */
export async function chartPicture(canvases: readonly HTMLCanvasElement[], background: string): Promise<Uint8Array<ArrayBuffer>> {
  const whole = document.createElement('canvas')
  whole.width = canvases.reduce((width, canvas) => width + canvas.width, 0)
  whole.height = canvases.reduce((height, canvas) => Math.max(height, canvas.height), 0)
  const context = whole.getContext('2d')
  if (context) {
    context.fillStyle = background
    context.fillRect(0, 0, whole.width, whole.height)
    let left = 0
    for (const canvas of canvases) {
      context.drawImage(canvas, left, 0)
      left += canvas.width
    }
  }
  const blob = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, 'image/png'))
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
}
