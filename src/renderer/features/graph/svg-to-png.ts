/** Pixels of a PNG to a unit of the drawing: sharp in print. */
const RATIO = 3

/** Draws an SVG picture into the bytes of a PNG. */
export async function svgToPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * RATIO
    canvas.height = image.naturalHeight * RATIO
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
  } finally {
    URL.revokeObjectURL(url)
  }
}
