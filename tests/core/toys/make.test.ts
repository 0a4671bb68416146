import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillKnobs, makeToy, toyCsv, toyLabels, toyNames, toys, type Knobs, type ToyName } from '#core'

/** Half of the last decimal. */
const ROUNDING = 0.00005

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const csvOf = (name: ToyName, knobs: Partial<Knobs> = {}) => toyCsv(toys[name].task, makeToy(name, knobs))

/** Any knobs a toy takes. */
function anyKnobs(name: ToyName): fc.Arbitrary<Knobs> {
  const values = Object.entries(toys[name].knobs).map(([knob, { from, to, step }]) => {
    const isWhole = Number.isInteger(step)
    const value = isWhole ? fc.integer({ min: from, max: Math.min(to, from + 500) }) : fc.double({ min: from, max: to, noNaN: true })
    return [knob, value] as const
  })
  return fc.record(Object.fromEntries(values))
}

/** SHA-256 of the CSV with every knob at its default: the same on every machine, and in every later version. */
const golden: Readonly<Record<ToyName, string>> = {
  xor: 'ad1c2719169607e84134c6dfbf9aadd9c7cb4a855feb1a9030e6606bb4261be4',
  circles: 'a25b6b33e8eb15b84535cf417e5d8c36e5fbfcd4730a8ae25e415cf797eeb781',
  moons: '76c872eb9c826fc96fb5224c31a701946bcfba23783d18b8dc06deee0a082547',
  spirals: '764271ddc2512b2b9d285cf815e3f075857bda0e8f2924573360f858c9e4be7f',
  blobs: '77ea9fbf426d381c4d0b5afc9da38a6cd616960be4395c0cd43bd3321f3381a0',
  checkerboard: '9f9db7ab3855c9cceae7bc12845df944bdcd3f02ca173d0b629f74f3002bccaf',
  sine: '18a5424fc7c68f94c310daacd7576b3d057f31b545080876b87fadada971a454',
  step: '3c68a3fede23455e403b659e641ee37344c835f20714d8051b0c46984011e8c2',
  line: '452fb1d5aee8c64d308e898d5b50688ea37321f0e4cde4a34705de69941be9b5'
}

/** The distance of a point without noise from where its class lies; for each toy. */
const distances: Readonly<Record<ToyName, (point: { x: number; y: number; label: number }, knobs: Knobs) => number>> = {
  xor: ({ x, y, label }) =>
    (label === 0 ? x * y : -x * y) > 0 && Math.min(Math.abs(x), Math.abs(y)) >= 0.1 && Math.max(Math.abs(x), Math.abs(y)) <= 1 ? 0 : 1,
  circles: ({ x, y, label }, { factor }) => Math.abs(Math.hypot(x, y) - (label === 0 ? 1 : factor)),
  moons: ({ x, y, label }) => {
    const [u, v] = label === 0 ? [x, y] : [1 - x, 0.5 - y]
    return v >= -ROUNDING ? Math.abs(Math.hypot(u, v) - 1) : 1
  },
  spirals: ({ x, y, label }, { arms, turns }) => {
    const radius = Math.hypot(x, y)
    const angle = 2 * Math.PI * (turns * radius + label / arms)
    const isWithin = radius >= 0.1 - 2 * ROUNDING && radius <= 1 + 2 * ROUNDING
    return isWithin ? Math.hypot(x - radius * Math.cos(angle), y - radius * Math.sin(angle)) : 1
  },
  blobs: ({ x, y, label }, { blobs }) =>
    Math.hypot(x - Math.cos((2 * Math.PI * label) / blobs), y - Math.sin((2 * Math.PI * label) / blobs)),
  checkerboard: ({ x, y, label }, { cells }) => {
    // The rounding may carry a point over the line between two cells, so it may be of either colour there.
    const colours = [-ROUNDING, ROUNDING].flatMap((dx) =>
      [-ROUNDING, ROUNDING].map((dy) => (Math.floor(((x + dx + 1) * cells) / 2) + Math.floor(((y + dy + 1) * cells) / 2)) % 2)
    )
    return Math.abs(x) <= 1 && Math.abs(y) <= 1 && colours.includes(label) ? 0 : 1
  },
  sine: ({ x, y }, { periods }) => (Math.abs(x) <= 1 ? Math.abs(y - Math.sin(Math.PI * periods * x)) : 1),
  step: ({ x, y }, { height }) => (Math.abs(x) < ROUNDING || Math.abs(x) > 1 ? Math.abs(x) : Math.abs(y - (x < 0 ? 0 : height))),
  line: ({ x, y }, { slope, intercept }) => (Math.abs(x) <= 1 ? Math.abs(y - slope * x - intercept) : 1)
}

/** Rounding moves a point by up to √2 · ROUNDING, and the steepest curves, a spiral of two turns and a sine of four periods, by 4π times that. */
const TOLERANCE = Math.SQRT2 * ROUNDING * (4 * Math.PI + 1)

describe.each(toyNames)('the toy data set %s', (name) => {
  it('is the same bytes on every machine', () => {
    expect(sha256(csvOf(name))).toBe(golden[name])
  })

  it('has classes that are balanced to within one point, each with its name', () => {
    fc.assert(
      fc.property(anyKnobs(name), (knobs) => {
        const points = makeToy(name, knobs)
        expect(points).toHaveLength(knobs.size)
        const names = toys[name].task === 'regression' ? [null] : toyLabels.slice(0, toys[name].classes(knobs))
        const counts = names.map((label) => points.filter((point) => point.label === label).length)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(knobs.size)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 20 }
    )
  })

  it('lies where its formula says when there is no noise', () => {
    fc.assert(
      fc.property(anyKnobs(name), (knobs) => {
        const still = { ...knobs, noise: 0 }
        const furthest = Math.max(
          ...makeToy(name, still).map(({ x, y, label }) => distances[name]({ x, y, label: toyLabels.indexOf(label ?? 'A') }, still))
        )
        expect(furthest).toBeLessThan(TOLERANCE)
      }),
      { numRuns: 20 }
    )
  })

  it('keeps its points when it grows', () => {
    const few = makeToy(name, { size: 30 })
    expect(makeToy(name, { size: 77 }).slice(0, 30)).toEqual(few)
  })

  it('moves each point along a line as the noise grows', () => {
    const [still, some, twice] = [0, 0.1, 0.2].map((noise) => makeToy(name, { noise }))
    still.forEach(({ x, y }, i) => {
      expect(Math.abs(twice[i].x - x - 2 * (some[i].x - x))).toBeLessThan(4 * ROUNDING)
      expect(Math.abs(twice[i].y - y - 2 * (some[i].y - y))).toBeLessThan(4 * ROUNDING)
    })
  })

  it('has noise with the deviation that is asked for', () => {
    const [still, noisy] = [0, 0.2].map((noise) => makeToy(name, { size: 2000, noise }))
    const deviation = (axis: 'x' | 'y') => Math.sqrt(still.reduce((sum, point, i) => sum + (noisy[i][axis] - point[axis]) ** 2, 0) / 2000)
    // Of 2000 normal numbers the deviation is known to 1.6 %; four times that.
    expect(Math.abs(deviation('y') - 0.2)).toBeLessThan(0.2 * 0.064)
    if (toys[name].task === 'regression') expect(deviation('x')).toBe(0)
    else expect(Math.abs(deviation('x') - 0.2)).toBeLessThan(0.2 * 0.064)
  })

  it('has other points for another seed', () => {
    expect(csvOf(name, { noise: 0.1, seed: 2 })).not.toBe(csvOf(name, { noise: 0.1, seed: 1 }))
  })

  it('has every knob at a default within its range', () => {
    const knobs = fillKnobs(name)
    expect(Object.keys(knobs)).toEqual(Object.keys(toys[name].knobs))
    expect(Object.keys(knobs)).toEqual(expect.arrayContaining(['size', 'noise', 'seed']))
  })
})

describe('spirals', () => {
  it.each([2, 3, 4, 5])('have %i arms when asked', (arms) => {
    expect(new Set(makeToy('spirals', { arms }).map(({ label }) => label)).size).toBe(arms)
  })
})
