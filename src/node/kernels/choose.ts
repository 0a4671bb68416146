import { findFault, plainMachine, type MachineFactory, type Note, type Precision } from '#core'
import type { Arithmetic, EngineConfig, Tier } from '#shared/engine'
import type { TileName } from './fastest-tile'

/** What runs are computed on, and how it came to be that. */
export interface Engine {
  readonly tier: Tier
  readonly arithmetic: Arithmetic
  /** At most so many, the process's own included. */
  readonly threads: number
  /** Why it is not a faster one, where it could have been. */
  readonly notes: readonly Note[]
  readonly machine: MachineFactory
  /** The register tile of long runs; null where there are none. The first to ask waits some ten milliseconds until it is measured. */
  readonly tile: (precision: Precision) => TileName | null
}

/** How one tier computes. */
export type TierMachines = Pick<Engine, 'machine' | 'tile'>

/** Makes the machines of one tier, with as many threads as are to be used; may throw anything where the tier cannot be had. */
export type TierMaker = (arithmetic: Arithmetic, threads: number) => TierMachines

export interface Tiers {
  readonly fast: TierMaker
  readonly safe: TierMaker
  /** The threads that `auto` stands for. */
  readonly cores: number
}

const tried = { auto: ['fast', 'safe'], fast: ['fast', 'safe'], safe: ['safe'], plain: [] } as const

/** The tier asked for, or the next below it that can be had and answers as the plain machine does. */
export function chooseEngine({ choice, threads, arithmetic }: EngineConfig, tiers: Tiers): Engine {
  const notes: Note[] = []
  const count = threads === 'auto' ? tiers.cores : threads
  for (const tier of tried[choice]) {
    const note = whyNot(tier, () => tiers[tier](arithmetic, 1).machine, arithmetic)
    if (note === null) return { tier, arithmetic, threads: count, notes, ...tiers[tier](arithmetic, count) }
    notes.push(note)
  }
  return plainEngine(notes)
}

/** The first tier asked for that can be had, not yet tested: for a look at an untrained network, never for a step of training. */
export function chooseUntested({ choice, threads, arithmetic }: EngineConfig, tiers: Tiers): Engine {
  const count = threads === 'auto' ? tiers.cores : threads
  for (const tier of tried[choice]) {
    try {
      return { tier, arithmetic, threads: count, notes: [], ...tiers[tier](arithmetic, count) }
    } catch {
      // Why it cannot be had is told by the test that follows.
    }
  }
  return plainEngine([])
}

function plainEngine(notes: readonly Note[]): Engine {
  return { tier: 'plain', arithmetic: 'strict', threads: 1, notes, machine: plainMachine, tile: () => null }
}

/** What keeps a tier from being used; null where nothing does. */
function whyNot(tier: Tier, make: () => MachineFactory, arithmetic: Arithmetic): Note | null {
  try {
    const fault = findFault(make(), arithmetic === 'strict')
    return fault && { code: 'note.engine-wrong', details: { tier, ...fault } }
  } catch (error) {
    return { code: 'note.engine-missing', details: { tier, reason: error instanceof Error ? error.message : String(error) } }
  }
}
