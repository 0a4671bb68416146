/** Linear red, green and blue, each from 0 to 1. */
type Linear = readonly [number, number, number]
/** CIELAB: L*, a*, b*. */
export type Lab = readonly [number, number, number]

/** The kinds of colour vision. */
export const visions = ['all colours', 'protanopia', 'deuteranopia', 'tritanopia'] as const
type Vision = (typeof visions)[number]

/** Source: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const matrices: Readonly<Record<Vision, readonly Linear[]>> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
}

function linear(hex: string): Linear {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [r, g, b]
}

const times = (matrix: readonly Linear[], [x, y, z]: Linear): Linear => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z)
  return [a, b, c]
}

/** Source: IEC 61966-2-1 (sRGB, D65) and CIE 15. */
function labOf(rgb: Linear): Lab {
  const clipped = rgb.map((part) => Math.min(1, Math.max(0, part)))
  const XYZ = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041]
    ],
    [clipped[0], clipped[1], clipped[2]]
  )
  const [x, y, z] = XYZ.map((part, i) => part / [0.95047, 1, 1.08883][i]).map((t) => (t > 0.008856 ? Math.cbrt(t) : (903.3 * t + 16) / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degreesOf = (b: number, a: number) => (a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360)

/** ΔE*00. Source: Sharma, Wu and Dalal 2005. */
export function deltaE2000([L1, a1, b1]: Lab, [L2, a2, b2]: Lab): number {
  const seventh = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7))
  const G = 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2))
  const [A1, A2] = [a1 * (1 + G), a2 * (1 + G)]
  const [C1, C2] = [Math.hypot(A1, b1), Math.hypot(A2, b2)]
  const [h1, h2] = [degreesOf(b1, A1), degreesOf(b2, A2)]
  const isGrey = C1 * C2 === 0
  const turn = h2 - h1
  const dh = isGrey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  const dL = L2 - L1
  const dC = C2 - C1
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin(radians(dh / 2))
  const L = (L1 + L2) / 2
  const C = (C1 + C2) / 2
  const h = isGrey ? h1 + h2 : Math.abs(turn) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
  const cos = (degrees: number) => Math.cos(radians(degrees))
  const T = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2)
  const SC = 1 + 0.045 * C
  const SH = 1 + 0.015 * C * T
  const RT = -Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * seventh(C)
  return Math.sqrt((dL / SL) ** 2 + (dC / SC) ** 2 + (dH / SH) ** 2 + RT * (dC / SC) * (dH / SH))
}

/** The difference of two colours, `#rrggbb`, as a kind of colour vision sees them. */
export function colorDifference(a: string, b: string, vision: Vision): number {
  return deltaE2000(labOf(times(matrices[vision], linear(a))), labOf(times(matrices[vision], linear(b))))
}
