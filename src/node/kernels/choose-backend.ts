import { findFault, plainMachine, type MachineFactory, type Note, type Precision } from '#core'
import type { Arithmetic, EngineConfig, Tier } from '#shared/engine'
import type { TileName } from './fastest-tile'

/** The kernels that runs are computed with, and why they were chosen. */
export interface Backend {
  readonly tier: Tier
  readonly arithmetic: Arithmetic
  /** The most threads used, the process's own included. */
  readonly threads: number
  /** Why a faster tier is not used, where one was asked for. */
  readonly notes: readonly Note[]
  readonly machine: MachineFactory
  /** The register tile of long runs; null where there are none. The first call measures it, which takes some ten milliseconds. */
  readonly tile: (precision: Precision) => TileName | null
}

/** The machines of one tier. */
export type TierMachines = Pick<Backend, 'machine' | 'tile'>

/** Makes the machines of one tier with a number of threads. Throws: anything, where the tier is not available. */
export type TierMaker = (arithmetic: Arithmetic, threads: number) => TierMachines

export interface Tiers {
  readonly fast: TierMaker
  readonly safe: TierMaker
  /** The number of threads that `auto` stands for. */
  readonly cores: number
}

const candidates = { auto: ['fast', 'safe'], fast: ['fast', 'safe'], safe: ['safe'], plain: [] } as const

/** Chooses the tier asked for, or the next lower one that is available and agrees with the plain machine. */
export function chooseBackend({ choice, threads, arithmetic }: EngineConfig, tiers: Tiers): Backend {
  const notes: Note[] = []
  const count = threads === 'auto' ? tiers.cores : threads
  for (const tier of candidates[choice]) {
    const note = whyNot(tier, () => tiers[tier](arithmetic, 1).machine, arithmetic)
    if (note === null) return { tier, arithmetic, threads: count, notes, ...tiers[tier](arithmetic, count) }
    notes.push(note)
  }
  return plainBackend(notes)
}

/** Chooses the first available tier without its self-test: for evaluating an untrained network, never for a step of training. */
export function chooseUntestedBackend({ choice, threads, arithmetic }: EngineConfig, tiers: Tiers): Backend {
  const count = threads === 'auto' ? tiers.cores : threads
  for (const tier of candidates[choice]) {
    try {
      return { tier, arithmetic, threads: count, notes: [], ...tiers[tier](arithmetic, count) }
    } catch {
      // The self-test that follows reports why it is not available.
    }
  }
  return plainBackend([])
}

function plainBackend(notes: readonly Note[]): Backend {
  return { tier: 'plain', arithmetic: 'strict', threads: 1, notes, machine: plainMachine, tile: () => null }
}

/** Returns why a tier cannot be used; null where it can. */
function whyNot(tier: Tier, make: () => MachineFactory, arithmetic: Arithmetic): Note | null {
  try {
    const fault = findFault(make(), arithmetic === 'strict')
    return fault && { code: 'note.engine-wrong', details: { tier, ...fault } }
  } catch (error) {
    return { code: 'note.engine-missing', details: { tier, reason: error instanceof Error ? error.message : String(error) } }
  }
}
