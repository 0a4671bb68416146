import {
  AppError,
  requireSafetensorsBody,
  requireZipEnd,
  safetensorsHeaderEnd,
  SAFETENSORS_START,
  ZIP_END,
  type WeightFormatName
} from '#core'
import type { BeforeReading } from './read-whole'

/** The most bytes of a file that becomes one text: the engine of JavaScript has none that is much longer. */
const MOST_TEXT = 500_000_000

/** Requires the header of a safetensors file, by which its size is known. Throws: format. */
export const requireSafetensorsStart: BeforeReading = async (part, size) => {
  const end = safetensorsHeaderEnd(await part(0, SAFETENSORS_START), size)
  requireSafetensorsBody(await part(0, end), size)
}

/**
 * Looks at the ends of a file of weights before it is read as a whole, which may take gigabytes: what kind it is, and what it says of its
 * size.
 * Throws: format; data.
 */
export const weightsStart: Readonly<Record<WeightFormatName, BeforeReading>> = {
  safetensors: requireSafetensorsStart,
  npz: async (part, size) => {
    const [first, last] = [await part(0, 2), await part(Math.max(0, size - ZIP_END), ZIP_END)]
    if (first[0] !== 0x50 || first[1] !== 0x4b) throw new AppError('format.wrong-kind', { format: 'npz' })
    requireZipEnd(last, 'npz')
  },
  json: async (part, size) => {
    if (size > MOST_TEXT) throw new AppError('format.too-large', { what: 'JSON', actual: size, limit: MOST_TEXT })
    const first = (await part(0, 64)).find((byte) => byte > 0x20)
    if (first !== 0x7b) throw new AppError('format.wrong-kind', { format: 'JSON' })
  }
}
