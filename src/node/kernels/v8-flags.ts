/** The program that V8 is part of. */
export interface V8Host {
  /** As `process.versions.v8`. */
  readonly version: string
  readonly isElectron: boolean
  /** As `process.platform` and `process.arch`. */
  readonly platform: string
  readonly arch: string
}

/** Flags for the engine's tiers, as `v8.setFlagsFromString` takes them. */
export interface V8Flags {
  /** Whether V8 can pair two operations of 128 bits into one of 256. */
  readonly canPair: boolean
  /** Those without which V8 compiles no multiply-add of relaxed SIMD. */
  readonly relaxedSimd: readonly string[]
  /** Those of the fast tier, and those that take them back. */
  readonly fast: readonly string[]
  readonly safe: readonly string[]
}

/**
 * Returns the flags that a V8 is known to have, and that make it faster; one that it does not know would be reported on stderr at each start.
 *
 *  - Relaxed SIMD was an experiment before 11.4; Node 20 has 11.3.
 *  - Pairs of multiply-adds: from 13.0 (Electron 33) to 14 (Node 24 and 26), where V8 is built with it, on x86-64 Linux and Windows; 12.4
 *    (Node 22) knows the flag, but pairs no multiply-adds, and runs slower with it. Before 13.6 it needs Turboshaft for WebAssembly.
 *  - Electron's processes have no trap handler: V8 then checks the bounds of every load explicitly, and pairs nothing.
 */
export function v8Flags({ version, isElectron, platform, arch }: V8Host): V8Flags {
  const [major, minor] = version.split('.').map(Number)
  const isBefore = (otherMajor: number, otherMinor: number): boolean => major < otherMajor || (major === otherMajor && minor < otherMinor)
  const canPair = arch === 'x64' && platform !== 'darwin' && !isBefore(13, 0) && isBefore(15, 0)
  const turboshaft = canPair && isBefore(13, 6) ? ['--turboshaft-wasm'] : []
  return {
    canPair,
    relaxedSimd: isBefore(11, 4) ? ['--experimental-wasm-relaxed-simd'] : [],
    fast: [...(isElectron ? ['--no-wasm-bounds-checks'] : []), ...(canPair ? ['--experimental-wasm-revectorize'] : []), ...turboshaft],
    safe: [...(isElectron ? ['--wasm-bounds-checks'] : []), ...(canPair ? ['--no-experimental-wasm-revectorize'] : []), ...turboshaft]
  }
}
