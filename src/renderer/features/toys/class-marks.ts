/** A class is told by shape as well as by colour; shapes are drawn about (0, 0), within 1 of it, and of about the same area. */
const shapes = {
  disc: 'M.9 0A.9.9 0 1 1-.9 0A.9.9 0 1 1 .9 0Z',
  square: 'M-.8-.8H.8V.8H-.8Z',
  triangle: 'M0-1.1L1.05.75H-1.05Z',
  diamond: 'M0-1.15L1.15 0L0 1.15L-1.15 0Z',
  cross: 'M.59 -1.1L1.1 -.59L.51 0L1.1 .59L.59 1.1L0 .51L-.59 1.1L-1.1 .59L-.51 0L-1.1 -.59L-.59 -1.1L0 -.51Z'
} as const

export interface ClassMark {
  /** An SVG path. */
  readonly path: string
  /** A token of the style sheet. */
  readonly color: string
}

/** The marks of the first, second, … class; there are as many as a toy data set has classes at most. */
export const classMarks: readonly ClassMark[] = Object.values(shapes).map((path, i) => ({ path, color: `--class-${i + 1}` }))
