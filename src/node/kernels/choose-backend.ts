import { findFault, plainMachine, type MachineFactory, type Note, type Precision } from '#core'
import type { EngineConfig, Tier } from '#shared/engine'
import type { TileName } from './fastest-tile'

/** The kernels that runs are computed with, and why they were chosen. */
export interface Backend {
  readonly tier: Tier
  /** The most threads used, the process's own included. */
  readonly threads: number
  /** Why a faster tier is not used, where one was asked for. */
  readonly notes: readonly Note[]
  readonly machine: MachineFactory
  /** The register tile of long runs; null where there are none. Where earlier starts do not agree on it, the first call measures it, which takes some ten milliseconds. */
  readonly tile: (precision: Precision) => TileName | null
}

/** The machines of one tier. */
export interface TierMachines extends Pick<Backend, 'machine' | 'tile'> {
  /** Whether its multiply-adds round once, as those of all others do. */
  readonly roundsOnce: () => boolean
}

/** Makes the machines of one tier with a number of threads. Throws: anything, where the tier is not available. */
export type TierMaker = (threads: number) => TierMachines

export interface Tiers {
  readonly fast: TierMaker
  readonly safe: TierMaker
  readonly emulated: TierMaker
  /** The number of threads that `auto` stands for. */
  readonly cores: number
}

const ROUNDS_TWICE = 'note.rounds-twice'

const candidates = {
  auto: ['fast', 'safe', 'emulated'],
  fast: ['fast', 'safe', 'emulated'],
  safe: ['safe', 'emulated'],
  emulated: ['emulated'],
  plain: []
} as const

/** Chooses the tier asked for, or the next lower one that is available and agrees with the plain machine. */
export function chooseBackend({ choice, threads }: EngineConfig, tiers: Tiers): Backend {
  const notes: Note[] = []
  const count = threads === 'auto' ? tiers.cores : threads
  for (const tier of candidates[choice]) {
    const note = whyNot(tier, () => tiers[tier](1))
    if (note === null) return backendOf(tier, count, notes, tiers[tier](count))
    // What is wrong with the processor is said once.
    if (!notes.some(({ code }) => code === ROUNDS_TWICE && code === note.code)) notes.push(note)
  }
  return plainBackend(notes)
}

/** Chooses the first available tier without its self-test: for evaluating an untrained network, never for a step of training. */
export function chooseUntestedBackend({ choice, threads }: EngineConfig, tiers: Tiers): Backend {
  const count = threads === 'auto' ? tiers.cores : threads
  for (const tier of candidates[choice]) {
    try {
      return backendOf(tier, count, [], tiers[tier](count))
    } catch {
      // The self-test that follows reports why it is not available.
    }
  }
  return plainBackend([])
}

function plainBackend(notes: readonly Note[]): Backend {
  return backendOf('plain', 1, notes, { machine: plainMachine, tile: () => null })
}

function backendOf(tier: Tier, threads: number, notes: readonly Note[], { machine, tile }: Pick<Backend, 'machine' | 'tile'>): Backend {
  return { tier, threads, notes, machine, tile }
}

/** Returns why a tier cannot be used; null where it can. */
function whyNot(tier: Tier, make: () => TierMachines): Note | null {
  try {
    const { machine, roundsOnce } = make()
    if (!roundsOnce()) return { code: ROUNDS_TWICE, details: {} }
    const fault = findFault(machine)
    return fault && { code: 'note.engine-wrong', details: { tier, ...fault } }
  } catch (error) {
    return { code: 'note.engine-missing', details: { tier, reason: error instanceof Error ? error.message : String(error) } }
  }
}
