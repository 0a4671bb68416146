import { createHash } from 'node:crypto'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { emulated, fused } from 'virtual:kernels'
import { parameterCount, precisionOf, roundsOnce, targetCount, wasmMachine, type KernelHost, type Precision } from '#core'
import type { EngineConfig, Tier } from '#shared/engine'
import { chooseBackend, chooseUntestedBackend, type Backend, type TierMachines, type Tiers } from './choose-backend'
import { fastestTile, tiles, type TileName } from './fastest-tile'
import { cacheFolder, KeptTiles } from './kept-tiles'
import { kernelHost } from './kernel-host'
import { v8Flags } from './v8-flags'

/** The flags of this V8. */
const flags = v8Flags({
  version: process.versions.v8,
  isElectron: process.versions.electron !== undefined,
  platform: process.platform,
  arch: process.arch
})

/** The tile of the self-test and of short runs: the best one on the machines where they were first measured. */
const UNMEASURED = {
  fast: flags.canPair ? '6x16' : '4x8',
  safe: process.versions.electron ? '4x8 shuffle' : '4x8',
  emulated: '4x8'
} as const

/** Multiply-adds of an epoch from which on it pays to measure the tiles first: some milliseconds of work. */
const WORTH_MEASURING = 1e8

/** Multiply-adds of an epoch below which threads are never of use, whatever the mini-batch. */
const WORTH_THREADS = 4e6

/** The backends started so far; a process tests each once. */
const started = new Map<string, Backend>()

/** Starts the backend that a configuration asks for. V8's flags are set for the whole process, which compiles nothing but our own kernels. */
export function startBackend(config: EngineConfig): Backend {
  const key = JSON.stringify(config)
  const backend = started.get(key) ?? chooseBackend(config, tiers)
  started.set(key, backend)
  return backend
}

/** Starts it without the self-test, at once; results are discarded unless the tested backend turns out to be of the same tier. */
export function startUntestedBackend(config: EngineConfig): Backend {
  return started.get(JSON.stringify(config)) ?? chooseUntestedBackend(config, tiers)
}

const tiers: Tiers = {
  cores: availableParallelism(),
  fast: (threads) => kernelMachine('fast', threads),
  safe: (threads) => kernelMachine('safe', threads),
  emulated: (threads) => kernelMachine('emulated', threads)
}

function kernelMachine(tier: Exclude<Tier, 'plain'>, threads: number): TierMachines {
  if (tier === 'fast') flags.fast.forEach((flag) => setFlagsFromString(flag))
  else flags.safe.forEach(tryFlag)
  if (tier !== 'emulated') flags.relaxedSimd.forEach(tryFlag)
  const host = kernelHost(new WebAssembly.Module(marked(tier === 'emulated' ? emulated : fused, tier)))
  const tile = (precision: Precision) => chosenTile(`${tier} ${precision}`, host, precision, UNMEASURED[tier])
  return {
    tile,
    roundsOnce: () => roundsOnce(host),
    machine: (run) => {
      const work = 3 * parameterCount(run.network) * targetCount(run.train.targets)
      return wasmMachine(run, {
        host,
        tile: tiles[work < WORTH_MEASURING ? UNMEASURED[tier] : tile(precisionOf(run.parameters[0].W))],
        threads: work < WORTH_THREADS ? 1 : threads,
        now: () => performance.now()
      })
    }
  }
}

/** The tiles chosen so far; a process measures each once at most. */
const chosen = new Map<string, TileName>()

function chosenTile(key: string, host: KernelHost, precision: Precision, tested: TileName): TileName {
  const tile = chosen.get(key) ?? keptOrMeasured(key, () => fastestTile(host, precision, tested))
  chosen.set(key, tile)
  return tile
}

/** The tile that earlier starts with these kernels on such a machine agree on, or else a measured one. */
function keptOrMeasured(key: string, measure: () => TileName): TileName {
  const folder = cacheFolder()
  const kept = new KeptTiles(folder && join(folder, 'tiles.json'))
  const { v8, electron = 'Node' } = process.versions
  const kernels = createHash('sha256').update(fused).update(emulated).digest('hex')
  const kind = [key, cpus().at(0)?.model, process.platform, process.arch, v8, electron, kernels].join(' ')
  const settled = kept.settled(kind)
  if (settled !== null) return settled
  const tile = measure()
  kept.add(kind, tile)
  return tile
}

/** Sets a flag that a tier may do without where V8 refuses: the self-test finds what is wrong then. */
function tryFlag(flag: string): void {
  try {
    setFlagsFromString(flag)
  } catch {
    // V8 stays as it is.
  }
}

/** The module with a section that says its tier: V8 gives equal bytes their first compilation again, which had other flags. */
function marked(module: Uint8Array, tier: string): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(tier)
  const result = new Uint8Array(module.length + 3 + name.length)
  result.set(module)
  result.set([0, name.length + 1, name.length, ...name], module.length)
  return result
}
